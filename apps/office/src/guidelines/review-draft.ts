import {
  countStates,
  type DecidedField,
  decidedFields,
  fieldsOfGuideline,
  fieldsOfNextYear,
  type ReviewDraft,
} from '@zhiheng/programme';
import { UserFault } from '@zhiheng/vocabulary';
import type { ReviewAnswer } from '../answers-guidelines.js';
import type { Office } from '../office.js';
import { importAct, type KeptGuideline } from './guideline-drafts.js';
import { type KeptRoll, rollAct } from './rolled-drafts.js';

/** A draft, of a guideline or of the next year, with whatever the page says above its fields. */
export interface OpenedDraft {
  readonly review: ReviewDraft;
  readonly facts: Pick<ReviewAnswer, 'draft' | 'kind' | 'file' | 'repeated' | 'importedAt' | 'importedBy'>;
}

/** A draft by its id. Throws `not-found`. */
export async function openDraft(office: Office, draft: string): Promise<OpenedDraft> {
  const act = (await office.ledger.last(importAct, draft)) ?? (await office.ledger.last(rollAct, draft));
  if (act === null) {
    throw new UserFault('not-found', {
      found: draft,
      expected: 'a draft of `zhiheng programme drafts`',
      values: { name: draft },
    });
  }
  const kept = (await office.store.getJson(act.hash)) as KeptGuideline | KeptRoll;
  const made = { draft, importedAt: act.time, importedBy: act.person };
  if (kept.kept === 'zhiheng-roll/1') {
    const review = fieldsOfNextYear(kept.text, new Set(kept.reached));
    return { review, facts: { ...made, kind: 'roll', file: kept.file, repeated: [] } };
  }
  const { guideline, lines, file } = kept;
  const review = fieldsOfGuideline(guideline, lines);
  return { review, facts: { ...made, kind: 'guideline', file, repeated: guideline.repeated } };
}

/** A draft with what people decided. Throws `not-found`. */
export async function reviewAnswer(office: Office, draft: string): Promise<ReviewAnswer> {
  const { review, facts } = await openDraft(office, draft);
  const fields = decidedFields(review, await office.reviews.decisions(draft));
  const year = standingValue(fields, 'year').year;
  const before = await office.reviews.acceptedOnce(draft);
  const [language] = review.languages;
  const names = standingValue(fields, 'title').names as Readonly<Record<string, string>> | undefined;
  return {
    ...facts,
    title: names?.[language ?? 'zh-Hans'] ?? null,
    year: typeof year === 'number' ? year : null,
    lines: review.lines,
    languages: review.languages,
    fields,
    counts: countStates(fields),
    programme: before === null || before.reopened_at !== null ? null : before.programme,
    reopened: before !== null && before.reopened_at !== null ? before.programme : null,
  };
}

/** The value of the only field of a kind, as it stands. */
export function standingValue(
  fields: readonly DecidedField[],
  kind: DecidedField['kind'],
): NonNullable<DecidedField['value']> {
  return fields.find((field) => field.kind === kind)?.value ?? {};
}
