import { holderKeySql } from '@zhiheng/records';
import { UserFault } from '@zhiheng/vocabulary';
import type { PartiesAnswer, PartyAnswer, PartyPairRow, PartyReviewAnswer } from '../answers-deciding.js';
import { lentSession, shownRelease } from '../lent-session.js';
import { evidenceOf, type HeldParty, partiesById, partyColumns, partyRow } from '../party-rows.js';
import { partyRulings, waitingPairs } from '../party-rulings.js';
import { currentReference } from '../reference.js';
import { type Command, done } from './command.js';

const usualPage = 50;
const mostPage = 500;
const mostNames = 100;
const mostRelated = 50;

export interface PartiesInput {
  /** Characters of a name, a whole credit code, or an id. */
  readonly words?: string;
  readonly limit?: number;
  readonly after?: string;
}

/** Parties of the newest release, those of most records first. Throws `not-allowed` where masked names are searched. */
export const partiesList: Command<PartiesInput, PartiesAnswer> = async ({ words, limit, after }, { office, scope }) => {
  if (words !== undefined && scope.personal === 'masked') {
    throw new UserFault('not-allowed', {
      place: { field: 'words' },
      expected: 'no search in names that you may not see',
    });
  }
  const shown = await shownRelease(office);
  if (shown === null) return done({ release: null, total: 0, rows: [], next: null });
  const directory = currentReference(office).areas();
  const most = Math.min(Math.max(limit ?? usualPage, 1), mostPage);
  const sought = words === undefined ? 'true' : soughtSql;
  const given = words === undefined ? [] : [words];
  return lentSession(office, shown, scope, async (session) => {
    const [counted] = await session.rows<{ total: number }>(
      `SELECT count(*) AS total FROM parties WHERE alias_of IS NULL AND ${sought}`,
      given,
    );
    const [records, party] = behindOf(after);
    const place = given.length + 1;
    const behind = party === null ? 'true' : `(records < $${place} OR (records = $${place} AND party > $${place + 1}))`;
    const held = await session.rows<HeldParty>(
      `SELECT ${partyColumns} FROM parties WHERE alias_of IS NULL AND ${sought} AND ${behind}
       ORDER BY records DESC, party LIMIT ${most + 1}`,
      [...given, ...(party === null ? [] : [records, party])],
    );
    const rows = held.slice(0, most).map((one) => partyRow(directory, one));
    const last = rows.at(-1);
    const next = held.length > most && last !== undefined ? `${last.records}:${last.party}` : null;
    return done({ release: shown.name, total: counted?.total ?? 0, rows, next });
  });
};

const soughtSql = `(contains(coalesce(name, ''), $1) OR credit_code = upper($1) OR party = $1
  OR party IN (SELECT alias_of FROM parties WHERE party = $1)
  OR party IN (SELECT party FROM party_names WHERE contains(coalesce(name, ''), $1)))`;

function behindOf(after: string | undefined): [number, string | null] {
  const match = /^(\d{1,12}):([A-Za-z0-9-]{1,40})$/.exec(after ?? '');
  return match === null ? [0, null] : [Number(match[1]), match[2] ?? null];
}

export interface PartyInput {
  readonly party: string;
  /** Records of the page. */
  readonly limit?: number;
  readonly after?: string;
}

/** One party with its names, aliases, what it is connected with, what was decided, and its records. Throws `not-found`. */
export const partiesShow: Command<PartyInput, PartyAnswer> = async (input, { office, scope }) => {
  const shown = await shownRelease(office);
  if (shown === null) throw unknownParty(input.party);
  const directory = currentReference(office).areas();
  return lentSession(office, shown, scope, async (session) => {
    const named = (await partiesById(session, [input.party])).get(input.party);
    const id = named?.alias_of ?? named?.party;
    const held = id === undefined ? undefined : (await partiesById(session, [id])).get(id);
    if (id === undefined || held === undefined) throw unknownParty(input.party);
    const aliases = await session.rows<{ party: string }>(
      'SELECT party FROM parties WHERE alias_of = $1 ORDER BY party',
      [id],
    );
    const names = await session.rows<NameRow>(
      `SELECT name, credit_code, country, area, rows FROM party_names WHERE party = $1
       ORDER BY rows DESC, name, credit_code, country, area LIMIT ${mostNames}`,
      [id],
    );
    const pairs = await session.rows<PairRow>(
      `SELECT a, b, relation, score, evidence FROM party_pairs WHERE a = $1 OR b = $1
       ORDER BY score DESC, a, b LIMIT ${mostRelated}`,
      [id],
    );
    const others = await partiesById(
      session,
      pairs.map(({ a, b }) => (a === id ? b : a)),
    );
    const limit = Math.min(Math.max(input.limit ?? usualPage, 1), mostPage);
    const records = await session.rows<{ id: string; title: string | null; present: boolean }>(
      recordsSql(limit + 1, input.after !== undefined),
      [id, ...(input.after === undefined ? [] : [input.after])],
    );
    const ids = [id, ...aliases.map(({ party }) => party)];
    const rulings = await partyRulings(office, session, (one) => ids.includes(one.a) || ids.includes(one.b));
    return done({
      release: shown.name,
      party: partyRow(directory, held),
      aliases: aliases.map(({ party }) => party),
      names: names.map(({ credit_code: creditCode, area, ...row }) => ({ ...row, creditCode, area: area ?? 'XX' })),
      related: pairs.flatMap(({ a, b, relation, score, evidence }) => {
        const other = others.get(a === id ? b : a);
        if (other === undefined) return [];
        return [{ other: partyRow(directory, other), relation, score, evidence: evidenceOf(evidence, scope) }];
      }),
      rulings: rulings.toReversed(),
      records: records.slice(0, limit),
      next: records.length > limit ? (records[limit - 1]?.id ?? null) : null,
    });
  });
};

const tableColumns = [
  ['patent_holders', 'h.country'],
  ['patent_owners', 'h.country'],
  ['trademark_holders', 'h.country'],
  ['gi_users', undefined],
] as const;

/** Records that a party ($1) holds or held, by id; with `after` those behind $2. */
function recordsSql(limit: number, after: boolean): string {
  const held = tableColumns.map(([table, country]) => {
    const columns = { name: 'h.name', creditCode: 'h.credit_code', area: 'h.area' };
    const key = holderKeySql(country === undefined ? columns : { ...columns, country });
    // Of patents that changed hands the owners tell everything, the holders as filed too.
    const moved = table === 'patent_holders' ? ' AND h.id NOT IN (SELECT id FROM patent_owners)' : '';
    return `SELECT h.id, h.to_on FROM ${table} AS h JOIN party_names AS n ON n.key = ${key} WHERE n.party = $1${moved}`;
  });
  return `SELECT held.id, any_value(t.title) AS title, bool_or(held.to_on IS NULL) AS present
    FROM (${held.join(' UNION ALL ')}) AS held LEFT JOIN patent_texts AS t ON t.id = held.id
    ${after ? 'WHERE held.id > $2' : ''} GROUP BY held.id ORDER BY held.id LIMIT ${limit}`;
}

interface NameRow {
  readonly name: string | null;
  readonly credit_code: string | null;
  readonly country: string | null;
  readonly area: string | null;
  readonly rows: number;
}

interface PairRow {
  readonly a: string;
  readonly b: string;
  readonly relation: string;
  readonly score: number;
  readonly evidence: string | null;
}

export interface ReviewInput {
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string;
}

/** Pairs of the newest release that may be one party and wait for somebody to decide, the likeliest first. */
export const partiesReview: Command<ReviewInput, PartyReviewAnswer> = async ({ limit, after }, { office, scope }) => {
  const shown = await shownRelease(office);
  if (shown === null) return done({ release: null, open: 0, rows: [], next: null });
  const directory = currentReference(office).areas();
  return lentSession(office, shown, scope, async (session) => {
    const pairs = await session.rows<PairRow>(
      `SELECT a, b, relation, score, evidence FROM party_pairs WHERE relation = 'same?' ORDER BY score DESC, a, b`,
    );
    const waiting = waitingPairs(pairs, await office.rulings.all());
    const most = Math.min(Math.max(limit ?? usualPage, 1), mostPage);
    const behind = waiting.slice(pairsBefore(waiting, after));
    const page = behind.slice(0, most);
    const held = await partiesById(
      session,
      page.flatMap(({ a, b }) => [a, b]),
    );
    const rows = page.flatMap(({ a, b, score, evidence }): PartyPairRow[] => {
      const [one, other] = [held.get(a), held.get(b)];
      if (one === undefined || other === undefined) return [];
      return [
        { a: partyRow(directory, one), b: partyRow(directory, other), score, evidence: evidenceOf(evidence, scope) },
      ];
    });
    const last = page.at(-1);
    const next = behind.length > page.length && last !== undefined ? `${last.score}:${last.a}~${last.b}` : null;
    return done({ release: shown.name, open: waiting.length, rows, next });
  });
};

/** How many pairs stand before the page; the pair it begins behind may have been decided meanwhile. */
function pairsBefore(pairs: readonly PairRow[], after: string | undefined): number {
  const match = /^(\d(?:\.\d{1,12})?):([A-Za-z0-9-]{1,40})~([A-Za-z0-9-]{1,40})$/.exec(after ?? '');
  if (match === null) return 0;
  const [score, key] = [Number(match[1]), `${match[2]} ${match[3]}`];
  const at = pairs.findIndex((one) => one.score < score || (one.score === score && `${one.a} ${one.b}` > key));
  return at === -1 ? pairs.length : at;
}

function unknownParty(party: string): UserFault {
  return new UserFault('not-found', {
    found: party,
    expected: 'an id of `zhiheng parties list`',
    values: { name: party },
  });
}
