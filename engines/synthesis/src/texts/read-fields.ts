import type { Field } from './field.js';

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
