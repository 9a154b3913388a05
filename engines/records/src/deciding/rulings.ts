import { byActor, type Json, type Ledger, type LedgerTransaction } from '@zhiheng/ledger';
import { type Actor, UserFault } from '@zhiheng/vocabulary';
import { canonicalText } from '@zhiheng/vocabulary/canonical';
import type { Kysely, Selectable } from 'kysely';
import type { ResolutionExtract } from '../resolution/resolution-extract.js';
import { extractOf } from './extract-of.js';
import { partyConflict } from './party-rulings.js';
import type { NewRuling, Ruling, RulingKind } from './ruling.js';
import type { RulingTables } from './rulings-table.js';

/** Who decides, when (ISO 8601, UTC) and why. */
export interface Deciding {
  readonly actor: Pick<Actor, 'person' | 'onBehalfOf' | 'surface'>;
  readonly time: string;
  readonly reason: string;
}

/** Names of the acts, as the chain keeps them. */
const actNames = {
  area: { made: 'areas:settle', undone: 'areas:unsettle' },
  merge: { made: 'parties:merge', undone: 'parties:undo' },
  apart: { made: 'parties:apart', undone: 'parties:undo' },
} as const satisfies Record<RulingKind, { readonly made: string; readonly undone: string }>;

const longestReason = 2000;

/** What people decided about addresses and parties, on a ledger that was opened with `recordsMigrations`. */
export class Rulings {
  readonly #ledger: Ledger;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /**
   * Decides, all or none, an act each. Throws `reason-missing`; `state-changed` when something of the same subject stands
   * already, by whom and when; `ruling-refused` where another ruling stands against it.
   */
  async make(rulings: readonly NewRuling[], deciding: Deciding): Promise<Ruling[]> {
    demandReason(deciding);
    return this.#ledger.transact<RulingTables, Ruling[]>(async (transaction) => {
      const standing = await standingOf(transaction.database);
      const made: Ruling[] = [];
      for (const ruling of rulings) {
        demandFree(ruling, standing);
        const one = await store(transaction, ruling, deciding);
        standing.push(one);
        made.push(one);
      }
      return made;
    });
  }

  /**
   * Undoes what stands of a subject; releases that have it keep it. `act`: the act that the person looked at. Throws
   * `reason-missing`; `not-found` when nothing was ever decided, `state-changed` when it was undone or decided anew.
   */
  async undo(subject: string, deciding: Deciding, act?: number): Promise<Ruling> {
    demandReason(deciding);
    return this.#ledger.transact<RulingTables, Ruling>(async ({ database, append }) => {
      const all = (await rulingsOf(database)).filter((one) => one.subject === subject);
      const newest = all.at(-1);
      if (newest === undefined) throw new UserFault('not-found', { found: subject, values: { name: subject } });
      if (newest.undone !== null) throw changed(newest, 'a ruling that stands');
      if (act !== undefined && act !== newest.made.act) throw changed(newest, 'the ruling that was looked at');
      const { actor, time, reason } = deciding;
      const { number } = await append({
        ...byActor(actor),
        ...{ time, kind: actNames[newest.kind].undone, object: subject, hash: '' },
        before: { act: newest.made.act, ...chained(newest) },
        after: { reason },
      });
      const { person, onBehalfOf } = actor;
      const undone = { undone_act: number, undone_person: person, undone_on_behalf_of: onBehalfOf };
      await database
        .updateTable('records_rulings')
        .set({ ...undone, undone_time: time, undone_reason: reason })
        .where('act', '=', newest.made.act)
        .execute();
      return { ...newest, undone: { act: number, person, onBehalfOf, time, reason } };
    });
  }

  /** Every ruling, the undone ones too, by act. */
  all(): Promise<Ruling[]> {
    return rulingsOf(this.#ledger.database<RulingTables>());
  }

  /** What stood at a position of the ledger; left out: now. */
  async extract(position?: number): Promise<ResolutionExtract> {
    const newest = position === undefined ? (await this.#ledger.page({ limit: 1 }))[0]?.number : position;
    return extractOf(await this.all(), newest ?? 0);
  }
}

function demandReason({ reason }: Deciding): void {
  const length = [...reason.trim()].length;
  if (length > 0 && length <= longestReason && !/\0|\p{Surrogate}/u.test(reason)) return;
  const expected = `words that say why, at most ${longestReason} characters`;
  throw new UserFault('reason-missing', { place: { field: 'reason' }, found: `${length} characters`, expected });
}

function demandFree(ruling: NewRuling, standing: readonly Ruling[]): void {
  const before = standing.find(({ subject }) => subject === ruling.subject);
  if (before !== undefined) throw changed(before, 'undo it first, with a reason');
  if (ruling.kind === 'area') return;
  const pair = ruling.kind === 'merge' ? { a: ruling.content.party, b: ruling.content.into } : ruling.content;
  const conflict = partyConflict(ruling.kind, pair, standing);
  if (conflict !== null) throw conflict;
}

/** Someone else was first. */
function changed(ruling: Ruling, expected: string): UserFault {
  const { undone, made, kind, subject } = ruling;
  const { person: who, time } = undone ?? made;
  const act = actNames[kind][undone === null ? 'made' : 'undone'];
  const found = kind === 'area' && undone === null ? `${subject} ${ruling.content.area}` : subject;
  return new UserFault('state-changed', { found, expected, values: { who, act, time } });
}

/** What the chain keeps of a ruling: an address can be that of a person, so it stays in the table. */
function chained({ kind, content }: NewRuling): Readonly<Record<string, Json>> {
  return kind === 'area' ? { area: content.area } : { ...content };
}

async function store(
  { database, append }: LedgerTransaction<RulingTables>,
  ruling: NewRuling,
  { actor, time, reason }: Deciding,
): Promise<Ruling> {
  const { kind, subject, content } = ruling;
  const after = { ...chained(ruling), reason };
  const { number: act } = await append({
    ...byActor(actor),
    time,
    kind: actNames[kind].made,
    object: subject,
    hash: '',
    after,
  });
  const { person, onBehalfOf } = actor;
  await database
    .insertInto('records_rulings')
    .values({
      ...{ act, kind, subject, content: canonicalText(content), person, on_behalf_of: onBehalfOf, time, reason },
      ...{ undone_act: null, undone_person: null, undone_on_behalf_of: null, undone_time: null, undone_reason: null },
    })
    .execute();
  return { ...ruling, made: { act, person, onBehalfOf, time, reason }, undone: null };
}

async function standingOf(database: Kysely<RulingTables>): Promise<Ruling[]> {
  return (await rulingsOf(database)).filter(({ undone }) => undone === null);
}

async function rulingsOf(database: Kysely<RulingTables>): Promise<Ruling[]> {
  const rows = await database.selectFrom('records_rulings').selectAll().orderBy('act').execute();
  return rows.map(rulingOf);
}

function rulingOf(row: Selectable<RulingTables['records_rulings']>): Ruling {
  const { act, kind, subject, content, person, on_behalf_of: onBehalfOf, time, reason } = row;
  const undone =
    row.undone_act === null
      ? null
      : {
          act: row.undone_act,
          person: row.undone_person ?? '',
          onBehalfOf: row.undone_on_behalf_of,
          time: row.undone_time ?? '',
          reason: row.undone_reason ?? '',
        };
  const made = { act, person, onBehalfOf, time, reason };
  return { kind, subject, content: JSON.parse(content), made, undone } as Ruling;
}
