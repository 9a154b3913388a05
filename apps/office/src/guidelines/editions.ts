import { editionsOf, type ProgrammeEdition, reopenDraft } from '@zhiheng/programme';
import { UserFault } from '@zhiheng/vocabulary';
import type { CommandContext } from '../commands/command.js';
import type { Office } from '../office.js';
import { currentReference } from '../reference.js';
import type { AcceptedProgrammeObject } from './programmes-in-force.js';
import { openDraft } from './review-draft.js';

/** Longest reason, in characters. */
const mostReason = 2000;

/** Opens a draft again whose programme stays in force meanwhile. Throws `not-found`, `usage`, `act-refused`. */
export async function reopen(
  { draft, reason }: { readonly draft: string; readonly reason: string },
  { office, actor }: CommandContext,
): Promise<ProgrammeEdition> {
  const length = [...reason.trim()].length;
  if (length === 0 || length > mostReason) {
    throw new UserFault('usage', {
      ...{ place: { field: 'reason' }, found: `${length} characters`, expected: `1 to ${mostReason} characters` },
      values: { what: 'a draft is opened again for a reason' },
    });
  }
  await openDraft(office, draft);
  const acting = { actor, time: office.clock.now().toISOString() };
  return reopenDraft(office.ledger, { draft, reason: reason.trim() }, acting);
}

/** The texts that a programme had. Throws `not-found` for a programme that is none. */
export async function programmeEditions(office: Office, id: string): Promise<ProgrammeEdition[]> {
  currentReference(office).programme(id);
  return editionsOf(office.ledger.database(), id);
}

/** One text of a programme, as it was accepted. Throws `not-found`. */
export async function programmeEdition(
  office: Office,
  { id, edition }: { readonly id: string; readonly edition: number },
): Promise<ProgrammeEdition & { readonly text: string }> {
  const editions = await programmeEditions(office, id);
  const found = editions.find((one) => one.edition === edition);
  if (found === undefined) {
    throw new UserFault('not-found', {
      found: String(edition),
      expected: editions.map((one) => String(one.edition)).join(', ') || 'a programme that came of a draft',
      values: { name: `${id}, edition ${edition}` },
    });
  }
  const { text } = (await office.store.getJson(found.hash)) as AcceptedProgrammeObject;
  return { ...found, text };
}
