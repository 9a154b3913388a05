import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Ledger, type LedgerOptions, type MigrationSet, type NewAct, openSigningKey } from '@zhiheng/ledger';
import type { TestPlace } from './test-engines.js';

/** The n-th of a series of acts. */
export function sampleAct(n: number): NewAct {
  return {
    time: new Date(Date.UTC(2026, 0, 1, 0, 0, n)).toISOString(),
    person: `account:${n % 3}`,
    kind: 'load',
    object: `file ${n}`,
    hash: n.toString(16).padStart(64, '0'),
    after: { rows: n },
  };
}

/** Opens the ledger of a place with signed heads; its key lies beside it. */
export function openSigned(
  { place, folder }: TestPlace,
  sets: readonly MigrationSet[] = [],
  options: LedgerOptions = {},
): Promise<Ledger> {
  const signing = { office: 'CN', key: openSigningKey(join(folder, 'ledger.key')) };
  return Ledger.open(place, sets, { signing, ...options });
}

/** A ledger with the first acts of the series, closed again. */
export async function writeActs(place: TestPlace, count: number, anchorAt: readonly number[] = []): Promise<void> {
  const ledger = await openSigned(place);
  let written = 0;
  for (const upTo of [...anchorAt, count]) {
    await ledger.transact(async ({ append }) => {
      for (; written < upTo; written += 1) await append(sampleAct(written + 1));
    });
    if (anchorAt.includes(upTo)) await ledger.anchor(join(place.folder, 'anchors'), '2026-02-01T00:00:00.000Z');
  }
  await ledger.close();
}

/** The link of a row, worked out with the platform's JSON only: names in order, nothing between them. */
export function linkOf(row: Record<string, unknown>): string {
  const { after, before, hash, kind, object, on_behalf_of, person, previous, surface, time } = row;
  const [number, reads] = [Number(row.number), Number(row.reads) === 1];
  const inOrder = { after, before, hash, kind, number, object, on_behalf_of, person, previous, reads, surface, time };
  return createHash('sha256').update(JSON.stringify(inOrder)).digest('hex');
}
