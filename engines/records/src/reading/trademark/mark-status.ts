/** `applied`, `published`, `registered`, or how the right or its application ended. */
export type MarkStatus = 'applied' | 'published' | 'registered' | EndedStatus;
type EndedStatus = 'abandoned' | 'cancelled' | 'expired' | 'refused' | 'withdrawn' | 'surrendered' | 'ended';

export const markStatuses: readonly MarkStatus[] = [
  'applied',
  'published',
  'registered',
  'abandoned',
  'cancelled',
  'expired',
  'refused',
  'withdrawn',
  'surrendered',
  'ended',
];

/** Status codes of the USPTO, from and to, the narrower before the wider; codes that tell no state are left out. */
const unitedStates: readonly (readonly [from: number, to: number, status: MarkStatus])[] = [
  [401, 402, 'cancelled'],
  [403, 403, 'registered'],
  [600, 609, 'abandoned'],
  [614, 614, 'abandoned'],
  [618, 618, 'abandoned'],
  [624, 624, 'registered'],
  [626, 626, 'cancelled'],
  [630, 668, 'applied'],
  [672, 673, 'applied'],
  [680, 682, 'applied'],
  [686, 694, 'published'],
  [700, 706, 'registered'],
  [710, 714, 'cancelled'],
  [715, 715, 'applied'],
  [716, 716, 'cancelled'],
  [717, 717, 'registered'],
  [718, 734, 'published'],
  [740, 740, 'registered'],
  [744, 757, 'published'],
  [760, 764, 'applied'],
  [773, 777, 'published'],
  [778, 778, 'registered'],
  [780, 780, 'registered'],
  [790, 790, 'registered'],
  [800, 800, 'registered'],
  [801, 803, 'published'],
  [806, 825, 'published'],
  [900, 900, 'expired'],
];

const endings: Readonly<Record<string, EndedStatus>> = {
  abandoned: 'abandoned',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  revoked: 'cancelled',
  invalidated: 'cancelled',
  expired: 'expired',
  lapsed: 'expired',
  refused: 'refused',
  withdrawn: 'withdrawn',
  surrendered: 'surrendered',
  ended: 'ended',
};

const subject = '(?:(?:the|this) )?(?:(?:trademark )?(?:registration|application|mark) )?(?:is |was |has been |has )?';
const ending = new RegExp(`^${subject}(${Object.keys(endings).join('|')})\\b(?! in part| for some)`);
const standing: readonly (readonly [pattern: RegExp, status: MarkStatus])[] = [
  [new RegExp(`^${subject}(?:registered|renewed|protected)\\b`), 'registered'],
  [new RegExp(`^${subject}published\\b`), 'published'],
  [new RegExp(`^${subject}(?:filed|received|pending|applied)\\b`), 'applied'],
];

/** The status of a mark from the office's code, else from the first of the words; null where they tell none. */
export function markStatus(office: string, code: string | null, text: string | null): MarkStatus | null {
  if (office === 'US' && code !== null && /^\d{3}$/.test(code)) {
    const known = unitedStates.find(([from, to]) => Number(code) >= from && Number(code) <= to);
    if (known !== undefined) return known[2];
  }
  return wordStatus(code) ?? wordStatus(text);
}

/** True when nothing is in force or pending any more. */
export function hasEnded(status: MarkStatus | null): boolean {
  return status !== null && (Object.values(endings) as MarkStatus[]).includes(status);
}

function wordStatus(given: string | null): MarkStatus | null {
  const text = (given ?? '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
  const ended = ending.exec(text)?.[1];
  if (ended !== undefined) return endings[ended] ?? null;
  return standing.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
