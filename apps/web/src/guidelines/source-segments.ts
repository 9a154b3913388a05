import type { DecidedField, ReviewAnswer } from '@zhiheng/office';

/** A part of a line that one field was read from; null where none was. */
export interface Segment {
  readonly text: string;
  readonly field: string | null;
  readonly noise: boolean;
}

/** A line of the source with its parts, or lines that repeat others. */
export interface SourceLine {
  readonly number: number;
  readonly segments: readonly Segment[];
}

export interface SourceBlock {
  /** Lines that repeat others are folded. */
  readonly repeats: ReviewAnswer['repeated'][number] | null;
  readonly lines: readonly SourceLine[];
}

/** The source in blocks, each line cut where fields begin and end; of several fields over the same characters the innermost has them. */
export function sourceBlocks({ lines, fields, repeated }: ReviewAnswer): SourceBlock[] {
  const byLine = new Map<number, DecidedField[]>();
  for (const field of fields) {
    if (field.span === null) continue;
    for (let line = field.span.line; line <= (field.until ?? field.span.line); line += 1)
      byLine.set(line, [...(byLine.get(line) ?? []), field]);
  }
  const blocks: { repeats: SourceBlock['repeats']; lines: SourceLine[] }[] = [];
  for (const [index, text] of lines.entries()) {
    const number = index + 1;
    const repeats = repeated.find(({ lines: [from, until] }) => number >= from && number <= until) ?? null;
    const last = blocks.at(-1);
    const line = { number, segments: segmentsOf(number, text, byLine.get(number) ?? []) };
    if (last !== undefined && last.repeats === repeats) last.lines.push(line);
    else blocks.push({ repeats, lines: [line] });
  }
  return blocks;
}

function segmentsOf(number: number, text: string, fields: readonly DecidedField[]): Segment[] {
  const characters = [...text];
  const placed = fields
    .map((field) => {
      const whole = field.until !== null;
      const { line = number, from = 1, to = characters.length + 1 } = whole ? {} : (field.span ?? {});
      return { field, line, from, to };
    })
    .toSorted((a, b) => a.to - a.from - (b.to - b.from) || order(a.field) - order(b.field));
  const edges = [...new Set([1, characters.length + 1, ...placed.flatMap(({ from, to }) => [from, to])])].toSorted(
    (a, b) => a - b,
  );
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? from;
    const inner = placed.find((one) => one.from <= from && one.to >= to)?.field ?? null;
    return {
      text: characters.slice(from - 1, to - 1).join(''),
      field: inner?.id ?? null,
      noise: inner?.kind === 'noise',
    };
  });
}

/** Of two fields over the same characters the one that says more of them. */
const order = ({ kind }: DecidedField) => (kind === 'section' || kind === 'year' ? 1 : 0);
