import type { Actor } from '@zhiheng/vocabulary';
import { UserFault } from '@zhiheng/vocabulary';
import type { GuidelineAnswer, GuidelineDraftRow } from '../answers-guidelines.js';
import type { ReadGuidelineOutput } from '../jobs/read-guideline-job.js';
import type { Office } from '../office.js';
import { rolledDrafts } from './rolled-drafts.js';

/** The act that keeps what was read in a guideline; its object is the draft, its hash names `KeptGuideline`. */
export const importAct = 'programme:import';

/** What the lake keeps of an imported guideline: the lines as they lay there, and what was read in them. */
export interface KeptGuideline extends ReadGuidelineOutput {
  readonly kept: 'zhiheng-guideline/1';
  readonly file: string;
}

/** Keeps what was read as a draft named after the document's bytes; a document that is known by the same reading is not kept again. */
export async function keepGuideline(
  office: Office,
  actor: Actor,
  read: ReadGuidelineOutput & { readonly file: string },
): Promise<GuidelineAnswer> {
  const draft = `g${read.sha256.slice(0, 16)}`;
  const { sha256 } = await office.store.putJson({ kept: 'zhiheng-guideline/1', ...read } satisfies KeptGuideline);
  const before = await office.ledger.last(importAct, draft);
  const known = before?.hash === sha256;
  if (!known) await office.act(actor, importAct, draft, sha256, { file: read.file, sha256: read.sha256 });
  return { ...(await guidelineDraft(office, draft)), known };
}

/** A draft as it was read. Throws `not-found`. */
export async function guidelineDraft(office: Office, draft: string): Promise<GuidelineAnswer> {
  const act = await office.ledger.last(importAct, draft);
  if (act === null) {
    throw new UserFault('not-found', {
      found: draft,
      expected: (await guidelineDrafts(office)).map((one) => one.draft).join(', ') || 'a draft of `programme import`',
      values: { name: draft },
    });
  }
  const kept = (await office.store.getJson(act.hash)) as KeptGuideline;
  return {
    ...kept.guideline,
    ...{ draft, sha256: kept.sha256, file: kept.file, format: kept.format, lines: kept.lines.length },
    ...{ importedAt: act.time, importedBy: act.person, known: true },
  };
}

/** The guidelines that were imported and the next years that were made, the newest first. */
export async function guidelineDrafts(office: Office): Promise<GuidelineDraftRow[]> {
  const acts = await office.ledger.acts(importAct);
  const drafts = [...new Set(acts.map(({ object }) => object))];
  const accepted = new Map((await office.reviews.accepted()).map(({ draft, programme }) => [draft, programme]));
  const answers = await Promise.all(drafts.map((draft) => guidelineDraft(office, draft)));
  const read = answers.map(
    (one): GuidelineDraftRow => ({
      kind: 'guideline',
      ...{ draft: one.draft, title: one.title, number: one.number, issuedOn: one.issuedOn, year: one.year },
      ...{ file: one.file, format: one.format, importedAt: one.importedAt, importedBy: one.importedBy },
      items: one.sections.reduce((sum, { items }) => sum + items.length, 0),
      targets: one.targets.length,
      noise: one.noise.length,
      programme: accepted.get(one.draft) ?? null,
    }),
  );
  return [...read, ...(await rolledDrafts(office, accepted))].toSorted((a, b) =>
    b.importedAt.localeCompare(a.importedAt),
  );
}
