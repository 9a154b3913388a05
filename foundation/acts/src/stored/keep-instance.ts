import type { Kysely } from 'kysely';
import type { FlowDefinition } from '../flow/definition.js';
import type { Instance } from '../flow/instance.js';
import { historyRow, instanceRow } from './instance-rows.js';
import type { ActsTables } from './tables.js';

/**
 * Keeps an instance with its whole history, for a migration that brings into a flow what a room had kept before. No act is appended: those
 * that made it stand in the ledger already.
 */
export async function keepInstance<Tables>(
  database: Kysely<Tables>,
  flow: FlowDefinition,
  instance: Instance & { readonly state: string },
): Promise<void> {
  const tables = database as unknown as Kysely<ActsTables>;
  await tables
    .insertInto('acts_instances')
    .values(instanceRow(flow, instance, instance.state))
    .execute();
  for (const entry of instance.history) {
    await tables.insertInto('acts_history').values(historyRow(instance, entry)).execute();
  }
}
