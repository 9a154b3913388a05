import { OwnFault } from '@zhiheng/vocabulary';
import type { AdmissionPlan } from '../admission/admission-plan.js';
import { allHold, maskColumns, maskNumbers } from '../admission/masks.js';
import { measureOf } from '../compute/measure.js';
import type { ComputedDefinition, StockDefinition } from '../definition.js';
import { monthNumberSql } from '../record/months.js';
import { itself, type TableOf } from '../record/owner-joins.js';
import { type Ground, groundSql } from './ground.js';
import type { PartyOfRow } from './numbered-parties.js';
import { conditionDimension, dimensionsIn, type Request } from './request.js';
import { byMonth, type MonthSpan } from './spans.js';

/** Which part of the admission cells are made of. */
export interface CellExtent {
  /** What stands for the admission and for what lies beside it; left out: themselves. */
  readonly tables?: TableOf;
  /** Years in which durations are counted; null: all. */
  readonly years: readonly number[] | null;
  /** The month behind which changes of stocks are counted; left out: all. */
  readonly after?: number;
  /** SQL of which rows of the admission are read; left out: all. */
  readonly only?: string | null;
}

const whole: CellExtent = { years: null };

/** Requests that one pass over the admission answers. */
export interface CellGroup {
  /** The name that its cells are kept under. */
  readonly name: string;
  readonly requests: readonly Request[];
}

/** What of a definition decides which cells it can share: all but its tests and single-valued dimensions. */
export function groupKey({ planned: { definition }, bridges }: Request): string {
  const { holder, at } = definition.attribution;
  const parts = [definition.kind, holder, at, ...bridges];
  switch (definition.kind) {
    case 'flow':
      return [...parts, definition.date].join(' ');
    case 'stock': {
      const own = definition.conditions.length > 0 ? [definition.id] : [];
      return [...parts, definition.starts, definition.ends, ...own].join(' ');
    }
    case 'duration': {
      const { start, end, convention } = definition.clock;
      return [...parts, start, end, convention].join(' ');
    }
    case 'distribution':
      return withoutCells(definition);
  }
}

/** Requests that share cells, together; cells are kept under a name with a number. */
export function cellGroups(requests: readonly Request[], name = 'cell'): CellGroup[] {
  const groups = new Map<string, Request[]>();
  for (const request of requests) {
    const key = groupKey(request);
    groups.set(key, [...(groups.get(key) ?? []), request]);
  }
  return [...groups.values()].map((group, index) => ({ name: `${name}_${index + 1}`, requests: group }));
}

/** Columns of the cells of a group that say which figures they are of, beside office, dataset, place, year and measure. */
export function cellDimensions({ requests }: CellGroup): string[] {
  const named = dimensionsIn(requests.flatMap(({ combinations }) => combinations));
  return named.filter((name) => name !== conditionDimension);
}

/**
 * SQL of the cells of a group: `office, dataset, place`, its dimensions, `met` of a stock with conditions, `year`, `measure` of a
 * duration, the masks of its definitions, and `m1` to `m12`: what a flow or duration counts in each month of the year, by how much a stock
 * changes in it. What stocks change before the span of months lies together in the year before it.
 */
export function cellsSql(group: CellGroup, plan: AdmissionPlan, months: MonthSpan, extent: CellExtent = whole): string {
  const keys = cellKeys(group);
  const counts = movesOf(group, plan, months, extent).map(({ rows, sign }) => counted(keys, rows, `${sign}count(*)`));
  return yearRows(keys, counts.join('\nUNION ALL\n'));
}

/** Rows that count in a month, or count no more from it on. */
interface Moves {
  /** SQL of them: the keys of cells and `month_number`. */
  readonly rows: string;
  readonly sign: '' | '-';
}

/** Which part of an admission stands on a side of a difference, up to which month, and with which sign. */
export interface CellSide {
  readonly extent: Omit<CellExtent, 'years'>;
  readonly months: MonthSpan;
  readonly sign: '' | '-';
}

/** SQL of the cells that lie between some sides: as `cellsSql` tells them, without those in which nothing differs. */
export function differingCells(group: CellGroup, plan: AdmissionPlan, sides: readonly CellSide[]): string {
  const keys = cellKeys(group);
  const columns = [...keys, 'month_number'].join(', ');
  const moves = sides.flatMap(({ extent, months, sign }) =>
    movesOf(group, plan, months, { ...extent, years: null }).map((move) => {
      const n = move.sign === sign ? '1' : '-1';
      return `SELECT ${columns}, ${n} AS n FROM (\n${move.rows}\n) AS moved`;
    }),
  );
  return yearRows(
    keys,
    `SELECT ${columns}, CAST(sum(n) AS BIGINT) AS n
FROM (\n${moves.join('\nUNION ALL\n')}\n) AS sides
GROUP BY ${columns}
HAVING sum(n) <> 0`,
  );
}

function movesOf(
  group: CellGroup,
  plan: AdmissionPlan,
  months: MonthSpan,
  { tables = itself, years, after, only = null }: CellExtent,
): Moves[] {
  const definition = group.requests[0]?.planned.definition;
  if (definition === undefined) return [];
  const some = only === null ? [] : [only];
  switch (definition.kind) {
    case 'flow': {
      const rows = `${selectRows(group, plan, [`${monthNumberSql(`a.${definition.date}`)} AS month_number`])}
${groundOf(group, plan, [`a.${definition.date} IS NOT NULL`, ...some], { tables })}`;
      return [{ rows, sign: '' }];
    }
    case 'stock':
      return stockMoves(definition, group, plan, months, { tables, after, only });
    case 'duration': {
      const { start, end, convention } = definition.clock;
      const measure = measureOf(convention).sql(`a.${start}`, `a.${end}`, plan.dialect);
      const rows = `${selectRows(group, plan, [
        `${monthNumberSql(`a.${end}`)} AS month_number`,
        `CAST(${measure} AS INTEGER) AS measure`,
      ])}
${groundOf(
  group,
  plan,
  [`a.${end} IS NOT NULL`, `a.${start} IS NOT NULL`, `a.${end} >= a.${start}`, ...inYears(`a.${end}`, years), ...some],
  { tables },
)}`;
      return [{ rows, sign: '' }];
    }
    case 'distribution':
      return withoutCells(definition);
  }
}

/** Its one query tells it: see `isPlain`. */
function withoutCells({ id }: ComputedDefinition): never {
  throw new OwnFault(`${id} is not told out of cells`);
}

/** SQL that a day lies in one of some years. */
export function inYears(date: string, years: readonly number[] | null): string[] {
  if (years === null) return [];
  const each = years.map(
    (year) => `${date} BETWEEN DATE '${fourDigits(year)}-01-01' AND DATE '${fourDigits(year)}-12-31'`,
  );
  return [each.length === 0 ? '1 = 0' : `(${each.join(' OR ')})`];
}

function fourDigits(year: number): string {
  return String(year).padStart(4, '0');
}

function rowKeys(group: CellGroup, definition: ComputedDefinition): string[] {
  return [...baseKeys, ...cellDimensions(group), ...metOf(definition), ...masksOf(group)];
}

/** Columns of the cells of a group beside the year and the months. */
export function cellKeys(group: CellGroup): string[] {
  const definition = group.requests[0]?.planned.definition;
  if (definition === undefined) return [];
  return [...rowKeys(group, definition), ...(definition.kind === 'duration' ? ['measure'] : [])];
}

const baseKeys = ['office', 'dataset', 'place'];

function metOf(definition: ComputedDefinition): string[] {
  return definition.kind === 'stock' && definition.conditions.length > 0 ? ['met'] : [];
}

/** The masks that tell the definitions of a group apart; none where there is one definition. */
export function masksOf({ requests }: CellGroup): string[] {
  return distinctDefinitions(requests).length === 1
    ? []
    : maskColumns(1 + Math.max(-1, ...requests.flatMap(({ planned }) => planned.tests))).filter((column) =>
        maskNumbers(requests.flatMap(({ planned }) => planned.tests)).has(column),
      );
}

function distinctDefinitions(requests: readonly Request[]): ComputedDefinition[] {
  return [...new Set(requests.map(({ planned }) => planned.definition))];
}

/** `SELECT …` of rows out of the ground of a group. */
export function selectRows(group: CellGroup, { dialect }: AdmissionPlan, more: readonly string[]): string {
  const { bridges = [] } = group.requests[0] ?? {};
  const dimensions = cellDimensions(group).map((name) => {
    if (bridges.includes(name)) return `coalesce(${name}.value, '') AS ${name}`;
    return name === 'kind' ? 'a.kind' : `coalesce(a.${name}, '') AS ${name}`;
  });
  const bits = maskNumbers(group.requests.flatMap(({ planned }) => planned.tests));
  const masks = masksOf(group).map(
    (column) => `${dialect.sharedBits(`a.${column}`, bits.get(column) ?? '0')} AS ${column}`,
  );
  return `SELECT a.office, a.dataset, kept.kept AS place, ${[...dimensions, ...masks, ...more].join(', ')}`;
}

/** `FROM …` and `WHERE …` of a group; `asked`: the numbers of other tests than those of its definitions. */
export function groundOf(
  group: CellGroup,
  { dialect }: AdmissionPlan,
  tests: readonly string[],
  more: Partial<Ground> = {},
  asked: readonly number[] | null = null,
): string {
  const [first] = group.requests;
  const definition = first?.planned.definition as ComputedDefinition;
  const admitted =
    asked === null
      ? new Set(group.requests.map(({ planned }) => `(${allHold(planned.tests, dialect)})`))
      : [allHold(asked, dialect)];
  return groundSql(
    {
      attribution: definition.attribution,
      owners: ownersOf(definition),
      bridges: first?.bridges ?? [],
      stages: null,
      parties: null,
      ...more,
      tests: [...tests, `(${[...admitted].join(' OR ')})`],
    },
    dialect,
  );
}

function ownersOf(definition: ComputedDefinition): string | 'all' | null {
  if (definition.attribution.at === 'filing') return null;
  return definition.kind === 'flow' ? definition.date : 'all';
}

/** Rows counted by their keys and months. */
function counted(keys: readonly string[], rows: string, count: string): string {
  return `SELECT ${[...keys, 'month_number'].join(', ')}, ${count} AS n
FROM (
${rows}
) AS admitted
GROUP BY ${[...keys, 'month_number'].join(', ')}`;
}

/** A row a year out of rows a month. */
export function yearRows(keys: readonly string[], monthRows: string): string {
  const month = 'CAST(month_number % 12 AS INTEGER)';
  const sums = byMonth(
    (number) => `CAST(sum(CASE WHEN ${month} = ${number - 1} THEN n ELSE 0 END) AS BIGINT) AS m${number}`,
    ',\n  ',
  );
  return `SELECT ${keys.join(', ')}, CAST((month_number - month_number % 12) / 12 AS INTEGER) AS year,
  ${sums}
FROM (
${monthRows}
) AS month_row
GROUP BY ${keys.join(', ')}, CAST((month_number - month_number % 12) / 12 AS INTEGER)`;
}

/** What a stock takes in and lets go, month by month: what ends before it starts ends in the month of its start. */
function stockMoves(
  definition: StockDefinition,
  group: CellGroup,
  plan: AdmissionPlan,
  { first, last }: MonthSpan,
  { tables = itself, after, only = null }: Omit<CellExtent, 'years'>,
): Moves[] {
  const keys = cellKeys(group);
  const rows = heldRows(definition, group, plan, { tables, only });
  const start = monthNumberSql('held_from');
  const stop = `CASE WHEN held_until < held_from THEN ${start} ELSE ${monthNumberSql('held_until')} END`;
  const base = (Math.floor(first / 12) - 1) * 12;
  const behind = after === undefined ? [] : [`month_number > ${after}`];
  const side = (month: string, tests: readonly string[]) =>
    `SELECT ${keys.join(', ')}, CASE WHEN month_number < ${base} THEN ${base} ELSE month_number END AS month_number
FROM (
SELECT held.*, ${month} AS month_number
FROM (
${rows}
) AS held${tests.length === 0 ? '' : `\nWHERE ${tests.join(' AND ')}`}
) AS dated
WHERE ${[`month_number <= ${last}`, ...behind].join(' AND ')}`;
  return [
    { rows: side(start, []), sign: '' },
    { rows: side(stop, ['held_until IS NOT NULL']), sign: '-' },
  ];
}

/** Intervals in which rights count: in force, of one owner where owners count, and meeting the same conditions. */
export function heldRows(
  definition: StockDefinition,
  group: CellGroup,
  plan: AdmissionPlan,
  {
    party = null,
    tables = itself,
    only = null,
  }: { readonly party?: PartyOfRow | null; readonly tables?: TableOf; readonly only?: string | null } = {},
): string {
  const { starts, ends } = definition;
  const byOwner = definition.attribution.at !== 'filing';
  const conditional = definition.conditions.length > 0;
  const from = [`a.${starts}`, ...(byOwner ? ['owner.from_on'] : []), ...(conditional ? ['stage.condition_from'] : [])];
  const until = [`a.${ends}`, ...(byOwner ? ['owner.to_on'] : []), ...(conditional ? ['stage.condition_until'] : [])];
  const more = [
    `${from.reduce(later)} AS held_from`,
    `${until.reduce(earlier)} AS held_until`,
    ...(conditional ? ['stage.met AS met'] : []),
    ...(party === null ? [] : [`${party.number} AS party`]),
  ];
  return `${selectRows(group, plan, more)}
${groundOf(
  group,
  plan,
  [`a.${starts} IS NOT NULL`, ...(conditional ? ['stage.met <> 0'] : []), ...(only === null ? [] : [only])],
  {
    stages: conditional ? stagesOf(definition) : null,
    parties: party?.relation ?? null,
    tables,
  },
)}`;
}

/** Whether a definition counts what meets conditions. */
export function hasConditions(definition: ComputedDefinition): definition is StockDefinition {
  return definition.kind === 'stock' && definition.conditions.length > 0;
}

/** The name under which the stages of a stock with conditions are kept. */
export function stagesOf({ id }: StockDefinition): string {
  return `stages_${id.replaceAll('-', '_')}`;
}

function later(one: string, other: string): string {
  return `CASE WHEN ${other} > ${one} THEN ${other} ELSE ${one} END`;
}

/** Null: never. */
function earlier(one: string, other: string): string {
  return `CASE WHEN ${one} IS NULL OR ${other} < ${one} THEN ${other} ELSE ${one} END`;
}
