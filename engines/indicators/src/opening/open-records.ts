import type { Dialect } from '@zhiheng/expressions';
import { OwnFault, parsePeriod, seesEverything, UserFault } from '@zhiheng/vocabulary';
import { type ComputedDefinition, isShared } from '../definition.js';
import { readPart } from '../figure/breakdown.js';
import { datasetsOf } from '../figure/scope.js';
import { registerAreaMembership } from '../record/area-membership.js';
import { type Condition, conditionOf } from '../record/condition.js';
import { ownedInPeriod } from '../record/owned-of.js';
import { isSeveral } from '../record/owner-joins.js';
import type { Owned } from '../record/record-relation.js';
import type { RecordSession } from '../session.js';
import { sessionFor, writtenFor } from '../tables/table-session.js';
import { admissionOf } from './admission-tests.js';
import { conditionsMet, conditionsMetSql } from './conditions-met.js';
import type { OpenedRecord, OpenedRecords } from './opened-record.js';
import type { AdmissionSource, OpeningPage, OpeningRequest, OpeningSources } from './opening-request.js';
import { admittedSql, shownColumns, totalSql } from './opening-sql.js';
import { admissionSource, plainSource, plainStages, type RecordSource, withMet, withShare } from './record-source.js';
import { type OpeningScope, scopeTests } from './scope-tests.js';
import { type PagedRecord, shownCards, shownRecords } from './shown-records.js';
import { withholdsRecords } from './withholds-records.js';

const usualLimit = 50;

/**
 * The records that a figure counts, or with `leftOut` those beside them that it does not, a page by id, as far as the scope
 * of the session shows them. The tests are those of the figure, so `total` is the figure; of a duration, or where holders share records, it is `n`. A figure
 * that asks for names of holders shows no records where names are masked: which of them count would tell the names.
 * Throws `area-unknown`, `period-wrong`, `breakdown-wrong`, `usage`.
 */
export async function openRecords(
  request: OpeningRequest,
  given: RecordSession,
  sources: OpeningSources,
  { after = null, limit = usualLimit, ofCards = [] }: OpeningPage = {},
): Promise<OpenedRecords> {
  if (!Number.isSafeInteger(limit) || limit < 0) {
    throw new UserFault('usage', { values: { what: 'a limit is a whole number, 0 or more' }, found: String(limit) });
  }
  const session = sessionFor(request.definition, given);
  const opening = await prepare(request, session, sources, ofCards);
  const found = await session.rows<AdmittedRow>(`${opening.pageSql(after)}\nLIMIT ${limit + 1}`);
  const page = found.slice(0, limit);
  const isAll = after === null && found.length <= limit;
  const visible = isAll ? found.length : await counted(session, opening.totalSql);
  const total = seesEverything(session.scope) ? visible : sources.total;
  if (total === undefined)
    throw new OwnFault('records of a part of the office are opened beside the count of the whole');
  const rows = await shown(session, opening, page);
  return {
    total,
    visible,
    withheldByRight: total - visible,
    rows,
    next: found.length > limit ? (page.at(-1)?.id ?? null) : null,
    publication: null,
  };
}

/** What the admission tells of a record. */
export type AdmittedRow = Pick<OpenedRecord, 'id' | 'countedOn' | 'leftOutBy' | 'share'> &
  PagedRecord & { readonly conditions?: string };

/** The rows of a page, with what is shown of their records. */
async function shown(
  session: RecordSession,
  {
    shownSql,
    admittedBy,
  }: { readonly shownSql: (page: readonly PagedRecord[]) => string; readonly admittedBy: readonly string[] },
  page: readonly AdmittedRow[],
): Promise<OpenedRecord[]> {
  if (page.length === 0) return [];
  const records = await session.rows<OpenedRecord>(shownSql(page));
  const byId = new Map(records.map((record) => [record.id, record]));
  return page.map(({ countedOn, leftOutBy, id, conditions, share }) => {
    const record = byId.get(id);
    if (record === undefined) throw new OwnFault(`the admission holds ${id}, which is no visible record`);
    const met = conditions === undefined ? {} : { conditions: conditionsMet(conditions) };
    return { ...record, countedOn, leftOutBy, admittedBy, ...met, ...(share === undefined ? {} : { share }) };
  });
}

/** How many records of the whole office `openRecords` opens: the session sees everything. */
export async function countRecords(
  request: OpeningRequest,
  session: RecordSession,
  sources: OpeningSources,
): Promise<number> {
  if (!seesEverything(session.scope)) throw new OwnFault('the whole office is counted in a session that sees it');
  const own = sessionFor(request.definition, session);
  return counted(own, (await prepare(request, own, sources)).totalSql);
}

/** The records of a figure as a set, for setting it beside another. */
export interface OpenedIds {
  /** SQL of a row a record that the session shows: `id`, `countedOn`, `leftOutBy`, and what `shown` asks for; in no order. */
  readonly sql: string;
  /** What is shown of some of these rows, in their order. */
  shown(rows: readonly AdmittedRow[]): Promise<OpenedRecord[]>;
}

/** The records that `openRecords` opens for the same request, as SQL over what the session has once this resolves. */
export async function openIds(
  request: OpeningRequest,
  given: RecordSession,
  sources: OpeningSources,
): Promise<OpenedIds> {
  const session = sessionFor(request.definition, given);
  const opening = await prepare(request, session, sources);
  return {
    sql: writtenFor(request.definition, given, opening.pageSql(null).replace(/\nORDER BY id$/, '')),
    shown: (rows) => shown(session, opening, rows),
  };
}

/**
 * The SQL of all the records of a figure that the session shows, by id, for writing them out without holding them: columns as in
 * `OpenedRecord` but `admittedBy`. It reads what the session has once this resolves.
 */
export async function openRecordsSql(
  request: OpeningRequest,
  session: RecordSession,
  sources: OpeningSources,
): Promise<string> {
  const opening = await prepare(request, sessionFor(request.definition, session), sources);
  return writtenFor(request.definition, session, opening.rowsSql());
}

async function prepare(
  request: OpeningRequest,
  session: RecordSession,
  sources: OpeningSources,
  ofCards: NonNullable<OpeningPage['ofCards']> = [],
) {
  const { definition, leftOut = false } = request;
  const { dialect } = session;
  const day = parsePeriod(request.period).to;
  const owned = ownedInPeriod(definition, day);
  const asked = conditionOf(definition, dialect);
  const where = scopeOf(request, sources);
  const kept = sources.admission ?? null;
  const unshared = sourceOf(definition, asked, owned, kept, where.area, day, dialect);
  const shared = isShared(definition);
  const source = shared && unshared.placedBy !== null ? withShare(unshared, where.area, dialect) : unshared;
  const admission = admissionOf(request, source.condition, dialect);
  const withheld = withholdsRecords(definition, session.scope);
  if (isSeveral(definition.attribution.holder) && source.placedBy !== null) {
    await registerAreaMembership(session, sources.areas, definition.attribution);
  }
  const scope = scopeTests(definition, where, dialect, source);
  const conditions = conditionsMetSql(definition, dialect);
  const cards = kept?.cards ?? null;
  const ground = {
    source: source.sql,
    admission,
    scope,
    leftOut,
    conditions,
    shared,
    carded: cards !== null,
    withheld,
  };
  const columns = shownColumns(definition, asked, owned);
  const shown = eachOf(owned);
  return {
    totalSql: totalSql(ground),
    /** Ids of a page, what each counts by, and what of them is shown. */
    pageSql: (after: string | null) => admittedSql(ground, after),
    shownSql: (page: readonly PagedRecord[]) =>
      cards === null
        ? shownRecords(columns, shown, page.map(({ id }) => dialect.text(id)).join(', '), dialect)
        : shownCards(
            [...columns, ...ofCards],
            shown,
            { cards, from: kept?.cardsFrom ?? [], owners: kept?.owners ?? null },
            page,
            dialect,
          ),
    /** All rows. */
    rowsSql: () => {
      const admitted = admittedSql(ground, null).replace(/\nORDER BY id$/, '');
      const names = columns.map((name) => (name === 'place' ? 'counted_in' : name));
      return `SELECT ${names.map((name) => `shown.${name}`).join(', ')}, admitted."countedOn", admitted."leftOutBy"${conditions === null ? '' : ', admitted.conditions'}${shared ? ', admitted.share' : ''}
FROM (
${admitted}
) AS admitted
JOIN (
${shownRecords(columns, shown, null, dialect)}
) AS shown ON shown.id = admitted.id
ORDER BY shown.id`;
    },
    admittedBy: leftOut ? [] : admission.tests.flatMap(({ admitsBy }) => admitsBy ?? []),
  };
}

/** Whose areas a record shows: where holders share it, each of their areas once. */
function eachOf(owned: Owned | null): Owned | null {
  if (owned?.attribution.holder !== 'fractional') return owned;
  return { ...owned, attribution: { ...owned.attribution, holder: 'each' } };
}

function sourceOf(
  definition: ComputedDefinition,
  condition: Condition,
  owned: Owned | null,
  admission: AdmissionSource | null,
  area: string,
  day: string,
  dialect: Dialect,
): RecordSource {
  const source =
    admission === null
      ? plainSource(definition, condition, owned, dialect)
      : admissionSource(definition, condition, owned, admission, area, dialect);
  if (definition.kind !== 'stock' || definition.conditions.length === 0) return source;
  const lying = admission?.stagesLie === true && source.placedBy === 'number' ? area : null;
  return withMet(source, admission?.stages ?? plainStages(definition, dialect), dialect.date(day), lying);
}

async function counted(session: RecordSession, sql: string): Promise<number> {
  const [row] = await session.rows<{ total: number }>(sql);
  if (row === undefined) throw new OwnFault('a count gave no row');
  return row.total;
}

function scopeOf(request: OpeningRequest, sources: OpeningSources): OpeningScope {
  const office = request.office ?? sources.office;
  const [dataset = 'real'] = datasetsOf(request.dataset, office, sources.holdings);
  return {
    office,
    dataset,
    area: sources.areas.get(request.area).code,
    part: readPart(request.by, request.definition),
  };
}
