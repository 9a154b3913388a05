import type { Span } from '../guideline/text/traced-text.js';
import type { FieldValue, ReviewDraft, ReviewField } from './field.js';

/** Characters of a line that do not belong, columns from 1. */
interface Run {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Gives what a field reads once people decided about the characters that were left out: `decided` tells for a noise field which run does not
 * belong, null where all of it does. A field over none of those that were decided otherwise reads as it was read.
 */
export function textWithout(
  { fields, lines, languages }: ReviewDraft,
  decided: (field: ReviewField) => FieldValue | null,
): (field: ReviewField) => FieldValue | null {
  const noise = fields.filter(({ kind }) => kind === 'noise');
  const [language] = languages;
  const changed = noise.filter((field) => decided(field) !== field.read);
  if (changed.length === 0 || language === undefined) return ({ read }) => read;
  const runs = noise.flatMap((field) => runOf(decided(field)));
  const touched = changed.flatMap(({ read }) => runOf(read));
  return (field) => {
    const { kind, span, read } = field;
    if ((kind !== 'clause' && kind !== 'target') || span === null || read === null) return read;
    if (read.wanted !== undefined || !touched.some((run) => lies(run, span))) return read;
    return { ...read, names: { [language]: textOf(lines[span.line - 1] ?? '', span, runs) } };
  };
}

function runOf(value: FieldValue | null): Run[] {
  if (value === null) return [];
  const { line, column, text } = value;
  if (typeof line !== 'number' || typeof column !== 'number' || typeof text !== 'string') return [];
  return [{ line, from: column, to: column + [...text].length }];
}

const lies = (run: Run, span: Span) => run.line === span.line && run.from < span.to && run.to > span.from;

/** What a line has in a span, without the runs in it. */
export function textOf(line: string, span: Span, runs: readonly Run[]): string {
  const inside = runs.filter((run) => lies(run, span));
  return [...line]
    .slice(span.from - 1, span.to - 1)
    .filter((_, index) => !inside.some(({ from, to }) => span.from + index >= from && span.from + index < to))
    .join('')
    .trim();
}
