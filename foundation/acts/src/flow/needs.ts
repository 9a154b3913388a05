import { isDay, type LocalizedText } from '@zhiheng/vocabulary';

/** What a field of an act's input has to be. Text counts in characters; empty text is no text. */
export type NeedCheck =
  | { readonly kind: 'text'; readonly most?: number }
  | { readonly kind: 'day' }
  | { readonly kind: 'number'; readonly least?: number; readonly most?: number }
  | { readonly kind: 'yes-or-no' }
  | { readonly kind: 'choice'; readonly of: readonly string[] };

export interface Need {
  readonly field: string;
  readonly words: LocalizedText;
  readonly check: NeedCheck;
  readonly optional?: boolean;
}

/** The input of an act, field by field. */
export type ActInput = Readonly<Record<string, string | number | boolean>>;

/** A field that is missing, wrong, or that the act does not have. */
export interface FieldFault {
  readonly field: string;
  readonly fault: 'missing' | 'wrong' | 'unknown';
  /** The field in words; null for one the act does not have. */
  readonly words: LocalizedText | null;
}

/** Every fault of an input, in the order of the needs, unknown fields last. */
export function fieldFaults(needs: readonly Need[], input: ActInput): FieldFault[] {
  const faults: FieldFault[] = [];
  for (const { field, words, check, optional } of needs) {
    const value = Object.hasOwn(input, field) ? input[field] : undefined;
    if (value === undefined || value === '') {
      if (optional !== true) faults.push({ field, fault: 'missing', words });
    } else if (!passes(value, check)) {
      faults.push({ field, fault: 'wrong', words });
    }
  }
  for (const field of Object.keys(input)) {
    if (!needs.some((need) => need.field === field)) faults.push({ field, fault: 'unknown', words: null });
  }
  return faults;
}

function passes(value: string | number | boolean, check: NeedCheck): boolean {
  switch (check.kind) {
    case 'text':
      return typeof value === 'string' && isText(value) && [...value].length <= (check.most ?? 10_000);
    case 'day':
      return typeof value === 'string' && isDay(value);
    case 'number':
      return (
        typeof value === 'number' &&
        Number.isFinite(value) &&
        value >= (check.least ?? Number.NEGATIVE_INFINITY) &&
        value <= (check.most ?? Number.POSITIVE_INFINITY)
      );
    case 'yes-or-no':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && check.of.includes(value);
  }
}

/** Says something, and can be stored: no database holds NUL, nor half of a pair. */
function isText(value: string): boolean {
  return value.trim() !== '' && !/\0|\p{Surrogate}/u.test(value);
}
