/** A field of technology as texts speak of it: its own nouns (parts, data or ingredients) and what is done or gained. */
export interface Field {
  /** Beginnings of the subclasses of the IPC that belong to it. */
  readonly subclasses: readonly string[];
  readonly name: string;
  readonly nouns: readonly string[];
  readonly doings: readonly string[];
  readonly effects: readonly string[];
}

/** Reads fields written as blocks of five lines: subclasses, name, nouns, doings, effects. */
export function readFields(table: string): readonly Field[] {
  return table
    .trim()
    .split('\n\n')
    .map((block) => {
      const [subclasses = '', name = '', nouns = '', doings = '', effects = ''] = block.split('\n');
      const list = (line: string) => line.split(' ');
      return { subclasses: list(subclasses), name, nouns: list(nouns), doings: list(doings), effects: list(effects) };
    });
}
