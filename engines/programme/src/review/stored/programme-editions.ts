import { byActor, type Ledger } from '@zhiheng/ledger';
import { type Actor, UserFault } from '@zhiheng/vocabulary';
import type { Kysely } from 'kysely';
import type { ReviewTables } from './review-table.js';

/** Kind of act: a draft that became a programme is gone through once more. */
export const reopenAct = 'programme:reopen';

/** A text of a programme as it was accepted. */
export interface ProgrammeEdition {
  readonly programme: string;
  /** From 1, the first that was accepted. */
  readonly edition: number;
  readonly draft: string;
  /** Of the object in the lake that keeps its text. */
  readonly hash: string;
  readonly acceptedBy: string;
  readonly acceptedAt: string;
  /** By whom, when and why its draft was opened again; null while it was not. */
  readonly reopened: { readonly by: string; readonly at: string; readonly reason: string } | null;
  /** The newest; it is in force until another takes its place. */
  readonly inForce: boolean;
}

type Tables = Kysely<ReviewTables>;

/**
 * Opens a draft again that became a programme: its fields can be decided on anew, and the programme stays in force as it was accepted. Throws
 * `act-refused` where it is open or never became one.
 */
export function reopenDraft(
  ledger: Ledger,
  { draft, reason }: { readonly draft: string; readonly reason: string },
  { actor, time }: { readonly actor: Actor; readonly time: string },
): Promise<ProgrammeEdition> {
  return ledger.transact<ReviewTables, ProgrammeEdition>(async ({ database, append }) => {
    const accepted = await acceptedOnce(database, draft);
    if (accepted === null || accepted.reopened_at !== null) {
      throw new UserFault('act-refused', {
        found: draft,
        expected: 'a draft that became a programme and was not opened again since',
        values: { what: 'the draft is open' },
      });
    }
    const { programme, hash } = accepted;
    const edition = (await editionRows(database, programme)).length + 1;
    const by = { reopened_by: actor.person, reopened_at: time, reason };
    const { person, time: acceptedAt } = accepted;
    const row = { programme, edition, draft, hash, person, time: acceptedAt, ...by };
    await database.insertInto('programme_editions').values(row).execute();
    await database
      .updateTable('programme_accepted')
      .set({ reopened_at: time })
      .where('programme', '=', programme)
      .execute();
    await append({
      ...{ ...byActor(actor), time, kind: reopenAct, object: draft, hash },
      after: { programme, edition, reason },
    });
    return { ...editionOf(row), inForce: true };
  });
}

/** The texts that a programme had, the first first; empty for one that came with the software. */
export async function editionsOf(database: Tables, programme: string): Promise<ProgrammeEdition[]> {
  const before = (await editionRows(database, programme)).map(editionOf);
  const rows = database.selectFrom('programme_accepted').selectAll().where('programme', '=', programme);
  const now = await rows.executeTakeFirst();
  const current =
    now === undefined || now.reopened_at !== null
      ? []
      : [
          {
            ...{ programme, edition: before.length + 1, draft: now.draft, hash: now.hash, reopened: null },
            ...{ acceptedBy: now.person, acceptedAt: now.time },
          },
        ];
  const all = [...before, ...current];
  return all.map((one) => ({ ...one, inForce: one === all.at(-1) }));
}

/** What a draft last became, opened again since or not; null for one that never was a programme. */
export async function acceptedOnce(database: Tables, draft: string) {
  const rows = database.selectFrom('programme_accepted').selectAll().where('draft', '=', draft);
  return (await rows.executeTakeFirst()) ?? null;
}

function editionRows(database: Tables, programme: string) {
  const rows = database.selectFrom('programme_editions').selectAll().where('programme', '=', programme);
  return rows.orderBy('edition').execute();
}

function editionOf(row: ReviewTables['programme_editions']): Omit<ProgrammeEdition, 'inForce'> {
  const { programme, edition, draft, hash, person: acceptedBy, time: acceptedAt, reason } = row;
  return {
    ...{ programme, edition, draft, hash, acceptedBy, acceptedAt },
    reopened: { by: row.reopened_by, at: row.reopened_at, reason },
  };
}
