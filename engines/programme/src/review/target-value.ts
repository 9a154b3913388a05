import { isUnit } from '@zhiheng/vocabulary';
import type { GuidelineTarget } from '../guideline/guideline.js';
import type { FieldMark, FieldValue } from './field.js';

/** What becomes of a target as it was read in the form of a programme's file, with what its reader has to know. */
export function targetValue(
  target: GuidelineTarget,
  place: { readonly id: string; readonly names: FieldValue; readonly year: number | null },
): { readonly value: FieldValue; readonly marks: readonly FieldMark[] } {
  const { rule, marks } = ruleOf(target);
  const year = target.due?.slice(0, 4) ?? (place.year === null ? null : String(place.year));
  return {
    value: {
      ...{ id: place.id, names: place.names, owners: target.owners },
      ...rule,
      ...(year === null ? {} : { period: year }),
      origin: 'published',
      ...(marks.includes('approximate') || rule.kind === 'hold' ? { provisional: true } : {}),
    },
    marks: [...marks, 'not-linked'],
  };
}

/** The rule that the words give; where they give no number, or one that no kind of target can be judged by, it stays open. */
function ruleOf(target: GuidelineTarget): { rule: FieldValue; marks: FieldMark[] } {
  const { kind, limit, unit, direction } = target;
  const about: FieldMark[] = target.approximate ? ['approximate'] : [];
  if (kind === 'direction' && direction !== null) return { rule: { kind, direction }, marks: about };
  if (limit === null || kind === 'qualitative' || kind === 'direction')
    return { rule: { kind: 'qualitative' }, marks: [...about, 'rule-open'] };
  if (kind === 'growth') {
    const share = unit === 'percent' ? limit / 100 : unit === 'times' ? limit : null;
    if (share === null) return { rule: { kind: 'qualitative' }, marks: [...about, 'rule-open'] };
    return { rule: { kind, limit: Number(share.toPrecision(12)), unit: 'growth-rate' }, marks: about };
  }
  const known: FieldValue = isUnit(unit) ? { unit } : {};
  // No text says how far "steady" reaches: nothing but the number itself, until a person sets more.
  const tolerance: FieldValue = kind === 'hold' ? { tolerance: 0 } : {};
  return { rule: { kind, limit, ...tolerance, ...known }, marks: isUnit(unit) ? about : [...about, 'unit-open'] };
}
