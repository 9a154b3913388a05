import { openLakeSession } from '@zhiheng/lake';
import { erasePersonName, readPersonName } from '@zhiheng/records';
import { UserFault } from '@zhiheng/vocabulary';
import { type Command, type CommandContext, done } from './command.js';

/** The name behind a pseudonym; null once erased. */
export interface PersonNameAnswer {
  readonly pseudonym: string;
  readonly name: string | null;
  readonly erasedAt: string | null;
}

/** Who stands behind a pseudonym of the records that whoever asks may see: a read of personal data, which is written down. */
export const personName: Command<{ pseudonym: string }, PersonNameAnswer> = async ({ pseudonym }, context) => {
  const { office, actor } = context;
  await demandVisible(pseudonym, context);
  const time = office.clock.now().toISOString();
  return done({ pseudonym, ...(await readPersonName(office.ledger, { actor, time }, pseudonym)) });
};

/** Erases who stood behind a pseudonym, for good; the records keep the pseudonym. */
export const personErase: Command<{ pseudonym: string; reason: string }, object> = async (
  { pseudonym, reason },
  { office, actor },
) => {
  if (typeof reason !== 'string' || reason.trim() === '') {
    throw new UserFault('usage', { values: { what: 'erasing needs a reason' } });
  }
  const time = office.clock.now().toISOString();
  await erasePersonName(office.ledger, { actor, time }, pseudonym, reason.trim());
  return done({});
};

/** Throws `not-found` for a person of whom no record lies in the areas of whoever asks: as if there were none. */
async function demandVisible(pseudonym: string, { office, scope }: CommandContext): Promise<void> {
  if (scope.areas === 'everywhere') return;
  const session = await openLakeSession(await office.holdings(), office.store, scope);
  try {
    const seen = await session.rows('SELECT 1 AS seen FROM patent_people WHERE pseudonym = $1 LIMIT 1', [pseudonym]);
    if (seen.length > 0) return;
  } finally {
    session.close();
  }
  const expected = 'the pseudonym of a person in records that you may see';
  throw new UserFault('not-found', { found: pseudonym, expected, values: { name: pseudonym } });
}
