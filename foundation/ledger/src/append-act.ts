import { OwnFault } from '@zhiheng/vocabulary';
import type { Transaction } from 'kysely';
import { type Act, actOf, columnsOf, type NewAct } from './act.js';
import { beginning, chainOf } from './chain.js';
import type { ActsTable, LedgerTables } from './ledger-tables.js';
import { signHead } from './signed-head.js';
import type { Signing } from './signing-key.js';

/** Appends an act behind the newest, within a transaction that has its turn, and signs the new head. */
export async function appendAct(
  transaction: Transaction<LedgerTables>,
  act: NewAct,
  signing: Signing | undefined,
): Promise<Act> {
  const newest = transaction.selectFrom('acts').select(['number', 'chain']).orderBy('number', 'desc').limit(1);
  const { number = 0, chain: previous = beginning } = (await newest.executeTakeFirst()) ?? {};
  const unlinked = { ...columnsOf(act), number: number + 1, previous };
  const row = { ...unlinked, chain: chainOf(unlinked) };
  await transaction.insertInto('acts').values(row).execute();
  if (signing === undefined) await refuseUnsigned(transaction);
  else await putHead(transaction, row, signing);
  return actOf(row);
}

/** Signs the newest act as the head of the ledger. */
export async function putHead(
  transaction: Transaction<LedgerTables>,
  { number, chain, time }: Pick<ActsTable, 'number' | 'chain' | 'time'>,
  { office, key }: Signing,
): Promise<void> {
  const head = signHead({ office, number, chain, time }, key);
  const { office: _, ...changes } = head;
  await transaction
    .insertInto('heads')
    .values(head)
    .onConflict((conflict) => conflict.column('office').doUpdateSet(changes))
    .execute();
}

/** Acts behind a signed head that no head covers would look like inserted ones. */
async function refuseUnsigned(transaction: Transaction<LedgerTables>): Promise<void> {
  const head = await transaction.selectFrom('heads').select('number').limit(1).executeTakeFirst();
  if (head !== undefined) throw new OwnFault('a ledger with signed heads was opened without its key');
}
