import {
  type AdmittedRow,
  type ComputedDefinition,
  type DurationDefinition,
  type DurationMultiset,
  durationMultiset,
  type OpenedIds,
  type OpenedRecord,
  type OpeningRequest,
  type OpeningSources,
  openIds,
  type RecordSession,
  type RecordTable,
} from '@zhiheng/indicators';
import type { LakeSession } from '@zhiheng/lake';
import { OwnFault } from '@zhiheng/vocabulary';
import type { FigureExplanation, PairedRecords, RecordSide } from '../answers-vintages.js';
import { earlierPrefix, showAdmission } from '../record-sessions.js';
import type { Vintage } from '../vintage.js';
import { asEarlier, ofEarlier } from './compared-session.js';

/** The figure of one vintage that is set beside that of another. */
export interface OpenedSide {
  readonly vintage: Vintage;
  readonly request: OpeningRequest;
  readonly sources: Pick<OpeningSources, 'areas' | 'office' | 'holdings'>;
}

/** Both figures; null where a vintage does not hold the indicator. */
export interface OpenedPair {
  readonly before: OpenedSide | null;
  readonly after: OpenedSide | null;
}

/** A record that counts, and the test that left it out in the other vintage. */
export interface RecordThere {
  readonly record: OpenedRecord;
  readonly leftOutThere: string | null;
}

/** Which page. */
interface Turn {
  /** `next` of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

interface PageOfIds {
  /** On whatever page. */
  readonly visible: number;
  readonly rows: readonly { readonly id: string; readonly present: boolean }[];
  readonly next: string | null;
}

/** A side as a session shows it. */
interface ShownSide {
  readonly ids: OpenedIds;
  /** SQL of the records that count. */
  readonly counted: string;
  /** SQL of those beside them that do not, with the test that left each out. */
  readonly leftOut: string;
  readonly lengths: () => Promise<DurationMultiset | null>;
}

const nobody = 'SELECT CAST(NULL AS VARCHAR) AS id, CAST(NULL AS VARCHAR) AS "leftOutBy" WHERE 1 = 0';

/** The records of a figure in two vintages, over one session that shows both. */
export class PairedOpenings {
  readonly #session: LakeSession;
  readonly #sides: { readonly before: ShownSide | null; readonly after: ShownSide | null };
  /** The tables that hold the records of each side. */
  readonly #tables: { readonly before: string; readonly after: string };

  private constructor(
    session: LakeSession,
    sides: { before: ShownSide | null; after: ShownSide | null },
    table: RecordTable,
  ) {
    this.#session = session;
    this.#sides = sides;
    this.#tables = { before: `${earlierPrefix}${table}`, after: table };
  }

  static async open(session: LakeSession, { before, after }: OpenedPair): Promise<PairedOpenings> {
    const sides = {
      before: before && (await shownSide(session, before, earlierPrefix)),
      after: after && (await shownSide(session, after, '')),
    };
    return new PairedOpenings(session, sides, (after ?? before)?.request.definition.table ?? 'patents');
  }

  /** How many count in the one, the other and both; the session sees the whole office. */
  async tally(): Promise<PairedRecords> {
    const only = (side: string, other: 'before' | 'after') => `count(*) FILTER (WHERE ${side} AND NOT in_${other})`;
    const [row] = await this.#session.rows<Record<'was' | 'now' | 'both_sides' | 'fresh' | 'gone', number>>(`SELECT
  count(*) FILTER (WHERE was) AS was, count(*) FILTER (WHERE now) AS now, count(*) FILTER (WHERE was AND now) AS both_sides,
  ${only('now AND NOT was', 'before')} AS fresh, ${only('was AND NOT now', 'after')} AS gone
FROM (
  SELECT paired.*, id IN (SELECT id FROM ${this.#tables.before}) AS in_before, id IN (SELECT id FROM ${this.#tables.after}) AS in_after
  FROM (
    SELECT coalesce(told.id, earlier.id) AS id, earlier.id IS NOT NULL AS was, told.id IS NOT NULL AS now
    FROM (${idsOf(this.#sides.before)}) AS earlier FULL JOIN (${idsOf(this.#sides.after)}) AS told ON told.id = earlier.id
  ) AS paired
) AS known`);
    if (row === undefined) throw new OwnFault('a count gave no row');
    const { was: before, now: after, both_sides: both, fresh, gone } = row;
    const [added, removed] = [after - both, before - both];
    return {
      ...{ before, after, both },
      added: { total: added, fresh, admitted: added - fresh },
      removed: { total: removed, gone, leftOut: removed - gone },
    };
  }

  /** Of a duration: how many took how long, where the two differ; null for other figures. */
  async lengths(): Promise<FigureExplanation['lengths']> {
    const [was, now] = [await this.#sides.before?.lengths(), await this.#sides.after?.lengths()];
    const perMonth = now?.perMonth ?? was?.perMonth;
    if (perMonth === undefined) return null;
    const counts = (multiset: DurationMultiset | null | undefined) =>
      new Map(multiset?.lengths.map(({ measure, n }) => [measure, n]));
    const [earlier, later] = [counts(was), counts(now)];
    const all = [...new Set([...earlier.keys(), ...later.keys()])].sort((a, b) => a - b);
    const rows = all.map((measure) => ({
      measure,
      before: earlier.get(measure) ?? 0,
      after: later.get(measure) ?? 0,
    }));
    return { perMonth, rows: rows.filter(({ before, after }) => before !== after) };
  }

  /** Ids of all records that count on the own side of a side, as far as the session shows them. */
  async seen(side: RecordSide): Promise<string[]> {
    const rows = await this.#session.rows<{ id: string }>(idsOf(this.#own(side)));
    return rows.map(({ id }) => id);
  }

  /**
   * A page of ids of a side, in order, among those that are `seen` (null: all), how many there are, and which of the page the release of the
   * other vintage has. The session sees the whole office: what counts elsewhere is not told by what is seen.
   */
  async page(
    side: RecordSide,
    { seen, after, limit }: { readonly seen: readonly string[] | null } & Turn,
  ): Promise<PageOfIds> {
    if (seen !== null)
      await this.#session.registerTable(
        'seen_record',
        { id: 'text' },
        seen.map((id) => [id]),
      );
    const join = side === 'both' ? 'SEMI' : 'ANTI';
    const listed = `SELECT own.id FROM (${idsOf(this.#own(side))}) AS own
${join} JOIN (${idsOf(this.#other(side))}) AS other ON other.id = own.id${seen === null ? '' : '\nWHERE own.id IN (SELECT id FROM seen_record)'}`;
    const [count] = await this.#session.rows<{ count: number }>(`SELECT count(*) AS count FROM (${listed}) AS listed`);
    const table = side === 'removed' ? this.#tables.after : this.#tables.before;
    const later = after === null ? '1 = 1' : `id > '${after.replaceAll("'", "''")}'`;
    const rows = await this.#session.rows<{ id: string; present: boolean }>(
      `SELECT id, id IN (SELECT id FROM ${table}) AS present
FROM (SELECT id FROM (${listed}) AS listed WHERE ${later} ORDER BY id LIMIT ${limit + 1}) AS page ORDER BY id`,
    );
    const page = rows.slice(0, limit);
    return { visible: count?.count ?? 0, rows: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
  }

  /** What the session shows of some records of a side, by id, and why the other vintage leaves each out. */
  async shown(side: RecordSide, ids: readonly string[]): Promise<RecordThere[]> {
    const own = this.#own(side);
    if (own === null || ids.length === 0) return [];
    const rows = await this.#session.rows<AdmittedRow>(
      `SELECT * FROM (\n${own.counted}\n) AS counted WHERE id IN (${listed(ids)}) ORDER BY id`,
    );
    const records = await own.ids.shown(rows);
    const why = await this.#leftOut(side, ids);
    return records.map((record) => ({ record, leftOutThere: why.get(record.id) ?? null }));
  }

  async #leftOut(side: RecordSide, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const other = side === 'both' ? null : this.#other(side);
    if (other === null) return new Map();
    const rows = await this.#session.rows<{ id: string; leftOutBy: string }>(
      `SELECT id, "leftOutBy" FROM (\n${other.leftOut}\n) AS left_out WHERE id IN (${listed(ids)})`,
    );
    return new Map(rows.map(({ id, leftOutBy }) => [id, leftOutBy]));
  }

  #own(side: RecordSide): ShownSide | null {
    return side === 'removed' ? this.#sides.before : this.#sides.after;
  }

  #other(side: RecordSide): ShownSide | null {
    return side === 'removed' ? this.#sides.after : this.#sides.before;
  }
}

function idsOf(side: ShownSide | null): string {
  return side === null
    ? `SELECT id FROM (${nobody}) AS none_counts`
    : `SELECT id FROM (\n${side.counted}\n) AS counted`;
}

function listed(ids: readonly string[]): string {
  return ids.map((id) => `'${id.replaceAll("'", "''")}'`).join(', ');
}

async function shownSide(session: LakeSession, side: OpenedSide, prefix: string): Promise<ShownSide> {
  const { request } = side;
  const admission = await showAdmission(session, side.vintage, request.definition, prefix);
  const shown =
    admission === null
      ? []
      : [
          ...[admission.relation, admission.stages, admission.placed, admission.cards, admission.owners],
          ...(admission.cardsFrom ?? []).map(({ relation }) => relation),
        ].flatMap((name) => name ?? []);
  const isEarlier = prefix !== '';
  const reading: RecordSession = isEarlier ? asEarlier(session, shown) : session;
  const sources = { ...side.sources, admission };
  const asked = (sql: string) => (isEarlier ? ofEarlier(sql, shown) : sql);
  const ids = await openIds(request, reading, sources);
  const others = await openIds({ ...request, leftOut: true }, reading, sources);
  return {
    ids,
    counted: asked(ids.sql),
    leftOut: asked(others.sql),
    lengths: async () =>
      isDuration(request.definition)
        ? durationMultiset({ ...request, definition: request.definition }, reading, sources)
        : null,
  };
}

function isDuration(definition: ComputedDefinition): definition is DurationDefinition {
  return definition.kind === 'duration';
}
