// Opens the ledger of a folder and goes on with mixed acts until it is killed; says each act that was acknowledged as one line.
// Usage: node writing-ledger.mjs FOLDER

import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { Ledger, openSigningKey } from '@zhiheng/ledger';

const [folder = ''] = process.argv.slice(2);
const time = '2026-03-01T08:00:00.000Z';
const person = 'local:test';

/** @type {import('@zhiheng/ledger').MigrationSet} */
const notes = {
  room: 'notes',
  migrations: [
    {
      name: 'notes',
      up: (database) =>
        database.schema
          .createTable('notes')
          .addColumn('object', 'text', (column) => column.notNull().primaryKey())
          .execute(),
    },
  ],
};

const signing = { office: 'CN', key: openSigningKey(join(folder, 'ledger.key')) };
const ledger = await Ledger.open({ engine: 'sqlite', path: join(folder, 'ledger.sqlite') }, [notes], { signing });
const [newest] = await ledger.page({ limit: 1 });
for (let at = (newest?.number ?? 0) + 1; ; at += 1) {
  const { number, chain } = await oneAct(at);
  writeSync(1, `${JSON.stringify({ number, chain })}\n`);
}

/** @param {number} at */
function oneAct(at) {
  const act = { time, person, kind: ['plain', 'noted', 'kept'][at % 3] ?? '', object: `object ${at}`, hash: '' };
  if (act.kind === 'plain') return ledger.append(act);
  if (act.kind === 'noted') {
    /** @param {import('kysely').Transaction<{ notes: { object: string } }>} database */
    const changes = (database) => database.insertInto('notes').values({ object: act.object }).execute();
    return ledger.act(act, changes);
  }
  if (at % 2 === 0 && at > 6) return ledger.erase({ time, person }, `object ${at - 3}`);
  return ledger.transact(async ({ personal, append }) => {
    const commitment = await personal.put(act.object, { secret: `secret of ${act.object}.` });
    return append({ ...act, after: { commitment } });
  });
}
