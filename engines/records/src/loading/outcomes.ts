import type { Session } from '@zhiheng/lake';
import { type Dataset, type RecordGroup, recordGroupNames } from '@zhiheng/vocabulary';
import { arrivingName } from './arrivals.js';
import { blockOf } from './block-numbers.js';
import type { ArrivedRelations } from './join-arrivals.js';
import { blocksTable } from './register-files.js';
import { type Arrival, type Outcome, type RecordState, settleRecord } from './settle.js';
import { joinHeldFormat, standingOf } from './standing.js';

/**
 * Table of the session that holds a row for each arrival whose record is held or arrives more than once: `sequence, id,
 * outcome, current, record_group`. Every other arrival is loaded and current.
 */
export const outcomesTable = 'arrival_outcomes';

/** Its records may stand beside another in their source record and share its sequence; the other groups' stand alone. */
export const besideGroup: RecordGroup = 'patent_statements';

/** View of the arrivals of a group that are to be settled. */
const settling = 'settling';

interface ContestedRow {
  readonly id: string;
  readonly sequence: number;
  readonly hash: string;
  readonly state_on: string | null;
  readonly dataset: Dataset;
  readonly second_hand: boolean;
  readonly publications: number;
  readonly seen_file: boolean;
}

/**
 * Decides what becomes of the arrivals of the tables that took any. `held_…` and `known_…` are views over the current
 * and over all states in the lake; `arriving_blocks` says which arrivals come from a file that was loaded before.
 */
export async function decideOutcomes(session: Session, arrived: ArrivedRelations): Promise<void> {
  await session.run(
    `CREATE TABLE ${outcomesTable} (sequence BIGINT, id VARCHAR, outcome VARCHAR, current BOOLEAN, record_group VARCHAR)`,
  );
  for (const group of recordGroupNames.filter((one) => one !== besideGroup && arrived.has(one))) {
    await session.run(`CREATE OR REPLACE VIEW ${settling} AS SELECT * FROM ${arrivingName(group)}`);
    await decideGroup(session, group);
  }
  if (arrived.has(besideGroup)) await decideBeside(session);
}

/** What stands beside a record that cannot be taken in waits with it. */
async function decideBeside(session: Session): Promise<void> {
  const arriving = arrivingName(besideGroup);
  await session.run(
    `CREATE TABLE turned_away AS SELECT sequence FROM ${outcomesTable} WHERE outcome = 'other-dataset'`,
  );
  await session.run(`INSERT INTO ${outcomesTable} SELECT a.sequence, a.id, 'other-dataset', false, '${besideGroup}'
    FROM ${arriving} AS a SEMI JOIN turned_away AS t ON t.sequence = a.sequence`);
  await session.run(`CREATE OR REPLACE VIEW ${settling} AS
    SELECT * FROM ${arriving} AS a ANTI JOIN turned_away AS t ON t.sequence = a.sequence`);
  await decideGroup(session, besideGroup);
}

/**
 * What arrives once and is not held is left out; what arrives once and is held as it is, is a duplicate. These are nearly
 * all records of any load, so that they are found in two statements; all others are settled one by one.
 */
async function decideGroup(session: Session, group: RecordGroup): Promise<void> {
  await session.run(`CREATE OR REPLACE TABLE repeated AS SELECT id FROM ${settling} GROUP BY id HAVING count(*) > 1`);
  await session.run(`INSERT INTO ${outcomesTable} SELECT a.sequence, a.id, 'duplicate', false, '${group}'
    FROM ${settling} AS a JOIN held_${group} AS h ON h.id = a.id AND h.content_hash = a.content_hash AND h.dataset = a.dataset
    ANTI JOIN repeated AS r ON r.id = a.id`);
  await session.run(`CREATE OR REPLACE TABLE contested AS
    SELECT id FROM repeated
    UNION SELECT a.id FROM ${settling} AS a SEMI JOIN known_${group} AS k ON k.id = a.id
      ANTI JOIN (SELECT id FROM ${outcomesTable} WHERE record_group = '${group}') AS o ON o.id = a.id`);
  const outcomes = new OutcomeWriter(session, group);
  for await (const record of contestedRecords(session, group)) {
    const { outcomes: words, current } = settleRecord(record.held, record.known, record.arrivals);
    for (const [index, outcome] of words.entries()) {
      outcomes.add(record.sequences[index] ?? 0, record.id, outcome, index === current);
    }
    await outcomes.flushWhenFull();
  }
  await outcomes.flush();
}

interface ContestedRecord {
  readonly id: string;
  readonly held: RecordState | null;
  readonly known: ReadonlySet<string>;
  readonly sequences: readonly number[];
  readonly arrivals: readonly Arrival[];
}

async function* contestedRecords(session: Session, group: RecordGroup): AsyncGenerator<ContestedRecord> {
  const query = `SELECT * FROM (
      SELECT a.id, a.sequence, CAST(a.content_hash AS VARCHAR) AS hash, a.state_on, a.dataset,
        ${standingOf(group, 'a', 'f.format')}, f.seen = 1 AS seen_file
      FROM ${settling} AS a JOIN ${blocksTable} AS f ON f.block = ${blockOf('a.sequence')}
      SEMI JOIN contested AS c ON c.id = a.id
      UNION ALL SELECT h.id, 0, CAST(h.content_hash AS VARCHAR), h.state_on, h.dataset,
        ${standingOf(group, 'h', 's.format')}, NULL
      FROM held_${group} AS h ${joinHeldFormat('h', 's')} SEMI JOIN contested AS c ON c.id = h.id
      UNION ALL SELECT k.id, -1, CAST(k.content_hash AS VARCHAR), k.state_on, k.dataset, NULL, NULL, NULL FROM known_${group} AS k SEMI JOIN contested AS c ON c.id = k.id
    ) ORDER BY id, sequence`;
  let rows: ContestedRow[] = [];
  for await (const batch of session.stream<ContestedRow>(query)) {
    for (const row of batch) {
      if (rows.length > 0 && rows[0]?.id !== row.id) {
        yield gather(rows);
        rows = [];
      }
      rows.push(row);
    }
  }
  if (rows.length > 0) yield gather(rows);
}

function gather(rows: readonly ContestedRow[]): ContestedRecord {
  const arrivals = rows.filter((row) => row.sequence > 0);
  const held = rows.find((row) => row.sequence === 0);
  return {
    id: rows[0]?.id ?? '',
    held: held === undefined ? null : stateOf(held),
    known: new Set(rows.filter((row) => row.sequence === -1).map((row) => row.hash)),
    sequences: arrivals.map((row) => row.sequence),
    arrivals: arrivals.map((row) => ({ ...stateOf(row), seenFile: row.seen_file })),
  };
}

function stateOf(row: ContestedRow): RecordState {
  const { hash, dataset, publications } = row;
  return { stateOn: row.state_on, hash, dataset, secondHand: row.second_hand, publications };
}

/** Gathers outcomes and appends them to the table in batches. */
class OutcomeWriter {
  readonly #session: Session;
  readonly #group: RecordGroup;
  #rows: [number, string, Outcome, boolean][] = [];

  constructor(session: Session, group: RecordGroup) {
    this.#session = session;
    this.#group = group;
  }

  add(sequence: number, id: string, outcome: Outcome, current: boolean): void {
    this.#rows.push([sequence, id, outcome, current]);
  }

  async flushWhenFull(): Promise<void> {
    if (this.#rows.length >= 20_000) await this.flush();
  }

  async flush(): Promise<void> {
    const rows = this.#rows.map(([sequence, id, outcome, current]) => [sequence, id, outcome, current ? 1 : 0]);
    this.#rows = [];
    await this.#session.registerTable(
      'outcome_batch',
      { sequence: 'integer', id: 'text', outcome: 'text', current: 'integer' },
      rows,
    );
    await this.#session.run(
      `INSERT INTO ${outcomesTable} SELECT sequence, id, outcome, current = 1, '${this.#group}' FROM outcome_batch`,
    );
  }
}
