import type { DecidedField, FieldKind, FieldValue, ReviewAnswer } from '@zhiheng/office';
import { origins, statistics, units } from '@zhiheng/vocabulary';

type InputType = 'text' | 'long' | 'number' | 'day' | 'list' | 'truth' | 'choice' | 'json';

/** One part of a field that can be set; `key` leads to it, with a dot where it lies deeper. */
export interface FieldInput {
  readonly key: string;
  readonly label: string;
  readonly type: InputType;
  readonly options?: readonly string[];
}

const kinds = ['ceiling', 'floor', 'hold', 'growth', 'direction', 'qualitative'];
const text = (key: string, label: string, type: InputType = 'text', options?: readonly string[]): FieldInput => ({
  ...{ key, label, type },
  ...(options && { options }),
});
const optional = (options: readonly string[]) => ['', ...options];

const inputs: Readonly<Record<FieldKind, readonly FieldInput[]>> = {
  title: [],
  number: [text('number', 'review.part.number')],
  'issued-on': [text('issued_on', 'review.part.day', 'day')],
  year: [text('year', 'review.part.year', 'number')],
  'hand-in': [
    text('due', 'review.part.due', 'day'),
    text('to', 'review.part.to'),
    text('forms', 'review.part.forms', 'list'),
  ],
  section: [text('role', 'review.part.role', 'choice', ['aims', 'duties', 'requirements'])],
  item: [text('number', 'review.part.number')],
  clause: [text('due', 'review.part.due', 'day')],
  owners: [
    text('owners', 'review.part.owners', 'list'),
    text('supporting', 'review.part.supporting', 'list'),
    text('joint', 'review.part.joint', 'truth'),
    text('regions', 'review.part.regions', 'truth'),
  ],
  target: [
    text('kind', 'review.part.kind', 'choice', kinds),
    text('limit', 'review.part.limit', 'number'),
    text('tolerance', 'review.part.tolerance', 'number'),
    text('direction', 'review.part.direction', 'choice', optional(['rises', 'falls'])),
    text('unit', 'review.part.unit', 'choice', optional(Object.keys(units))),
    text('period', 'review.part.period'),
    text('subject.indicator', 'review.part.indicator', 'choice'),
    text('subject.area', 'review.part.area'),
    text('subject.statistic', 'review.part.statistic', 'choice', optional(statistics)),
    text('origin', 'review.part.origin', 'choice', origins),
    text('owners', 'review.part.owners', 'list'),
  ],
  overlay: [text('', 'review.part.overlay', 'json')],
  noise: [text('text', 'review.part.text'), text('column', 'review.part.column', 'number')],
};

/** The parts of a field that can be set; its texts in the languages of the document. */
export function inputsOf({ kind, read, value }: DecidedField, languages: ReviewAnswer['languages']): FieldInput[] {
  const held = value ?? read ?? {};
  const texts = (key: string, label: string) => languages.map((one) => text(`${key}.${one}`, label, 'long'));
  const named = ['title', 'section', 'item', 'clause', 'target'].includes(kind)
    ? texts('names', 'review.part.name')
    : [];
  const wanted = held.wanted === undefined ? [] : texts('wanted', 'review.part.wanted');
  return [...named, ...wanted, ...inputs[kind]];
}

/** What stands in an input, as text. */
export function shownIn(value: FieldValue, { key, type }: FieldInput): string {
  if (type === 'json') return JSON.stringify(value, null, 2);
  const held = key
    .split('.')
    .reduce<unknown>((one, part) => (one as Record<string, unknown> | undefined)?.[part], value);
  if (held === undefined || held === null) return '';
  return Array.isArray(held) ? held.join('、') : String(held);
}

/** The keys that a form changes, in the form that a correction has; an emptied one is taken away. Throws where a JSON text is none. */
export function changedValue(
  before: FieldValue,
  inputs: readonly FieldInput[],
  written: Readonly<Record<string, string>>,
): FieldValue {
  const changed = inputs.filter((input) => (written[input.key] ?? '') !== shownIn(before, input));
  const value: Record<string, unknown> = {};
  for (const input of changed) {
    if (input.type === 'json') return JSON.parse(written[input.key] ?? '') as FieldValue;
    const [outer = '', inner] = input.key.split('.');
    const set = valueOfInput(input, written[input.key] ?? '');
    if (inner === undefined) value[outer] = set;
    else value[outer] = { ...((value[outer] ?? before[outer] ?? {}) as object), [inner]: set };
  }
  for (const [key, held] of Object.entries(value)) {
    if (typeof held !== 'object' || held === null || Array.isArray(held)) continue;
    const full = Object.fromEntries(Object.entries(held).filter(([, one]) => one !== null));
    // Without its indicator a target looks at nothing.
    value[key] = key === 'subject' && full.indicator === undefined ? null : full;
  }
  return { ...value, ...withoutForeign(value) } as FieldValue;
}

/** What the kind of a target has no place for goes with a change of kind. */
function withoutForeign({ kind }: Record<string, unknown>): Record<string, null> {
  if (typeof kind !== 'string') return {};
  const keys: Readonly<Record<string, readonly string[]>> = {
    ...{ ceiling: ['tolerance', 'direction', 'test'], floor: ['tolerance', 'direction', 'test'] },
    ...{ growth: ['tolerance', 'direction', 'test'], hold: ['direction', 'test'] },
    ...{ direction: ['limit', 'tolerance', 'test'], qualitative: ['limit', 'tolerance', 'direction'] },
  };
  return Object.fromEntries((keys[kind] ?? []).map((key) => [key, null]));
}

function valueOfInput({ type, key }: FieldInput, written: string): unknown {
  const trimmed = written.trim();
  if (type === 'truth') return trimmed === 'true';
  if (type === 'list')
    return trimmed === ''
      ? key === 'owners'
        ? []
        : null
      : trimmed.split(/[、,，;；\n]\s*/u).filter((one) => one !== '');
  if (trimmed === '') return null;
  return type === 'number' ? Number(trimmed) : trimmed;
}
