import { type Definition, isComputed, isCounty, isMade } from '@zhiheng/indicators';
import type { LakeSession } from '@zhiheng/lake';
import { type AreaDirectory, parsePeriod, UserFault, wholeOffice } from '@zhiheng/vocabulary';
import { canonicalHash } from '@zhiheng/vocabulary/canonical';
import type { ComparedIndicator, ComparedValue, ComparedVintage, VintageComparison } from '../answers-vintages.js';
import type { Office } from '../office.js';
import { currentReference, definitionOf, type Reference } from '../reference.js';
import type { Vintage } from '../vintage.js';
import { namedVintage } from '../vintages.js';
import { compareFigures } from './compare-figures.js';
import { type ComparedSets, compareSets, sideOf } from './compare-sets.js';
import { type VintagePair, withComparedSession } from './compared-session.js';
import type { CellFilter } from './difference-sql.js';
import { certainReasons } from './reasons.js';

export interface CompareInput {
  readonly before: string;
  readonly after: string;
  readonly indicator?: string;
  readonly area?: readonly string[];
  readonly period?: readonly string[];
  /** Rows at most; 50 when left out. */
  readonly limit?: number;
  /** Rows that came before, by size. */
  readonly offset?: number;
  /** False: what others publish is left out. */
  readonly published?: boolean;
}

const usualLimit = 50;
/** Rows of one answer, with those before it: they are put into one order in memory. */
export const mostRows = 10_000;

/** Two vintages by name. Throws `not-found`; `usage` for a vintage beside itself. */
export async function pairOf(office: Office, before: string, after: string): Promise<VintagePair> {
  if (before === after) {
    throw new UserFault('usage', { found: after, values: { what: 'a vintage is compared with another one' } });
  }
  const [{ vintage: was }, { vintage: now }] = [await namedVintage(office, before), await namedVintage(office, after)];
  return { before: was, after: now };
}

/** Answers kept for whoever turns a page back or comes again: vintages do not change. The oldest goes first. */
const answered = new WeakMap<Reference, Map<string, Promise<VintageComparison>>>();
const mostAnswers = 8;

/**
 * Every value that differs between two vintages, the largest difference first. Values of sets are compared by SQL over both; those made of
 * others and published ones figure by figure. What was answered today is answered again from memory, as long as the definitions are the same.
 * Throws `not-found`, `indicator-unknown`, `area-unknown`, `period-wrong`, `usage`.
 */
export async function compareVintages(office: Office, input: CompareInput): Promise<VintageComparison> {
  const reference = currentReference(office);
  const known = answered.get(reference) ?? new Map<string, Promise<VintageComparison>>();
  answered.set(reference, known);
  const key = canonicalHash({ ...input, today: office.today() });
  const asking = known.get(key) ?? compareNow(office, input);
  known.delete(key);
  known.set(key, asking);
  if (known.size > mostAnswers) known.delete([...known.keys()][0] ?? key);
  asking.catch(() => known.delete(key));
  return asking;
}

async function compareNow(office: Office, input: CompareInput): Promise<VintageComparison> {
  const pair = await pairOf(office, input.before, input.after);
  const { limit, offset } = readPage(input);
  const areas = currentReference(office).areas();
  const filter = readFilter(input, areas);
  const definitions = definitionsOf(pair, input.indicator);
  const most = offset + limit + 1;
  const indicators: ComparedIndicator[] = [];
  let rows: ComparedValue[] = [];
  const take = (more: readonly ComparedValue[]) => {
    rows = [...rows, ...more].sort(inOrder).slice(0, most);
  };
  const ground = { pair, areas, today: office.today() };
  const compared = await withComparedSession(office, pair, wholeOffice, (session) =>
    compareAllSets(session, definitions, ground, filter, { most, take }),
  );
  for (const definition of definitions) {
    const sets = compared.get(definition.id);
    const others = await compareOthers(office, pair, definition, filter, { areas, published: input.published ?? true });
    take(others.rows);
    const all = (sets?.compared ?? 0) + others.compared;
    const different = (sets?.different ?? 0) + others.rows.length;
    indicators.push({
      ...{ indicator: definition.id, names: definition.names, compared: all, equal: all - different, different },
      corrected: (sets?.corrected ?? 0) + others.rows.filter(isCorrected).length,
      ...{ same: sets?.same ?? false, ...standing(pair, definition.id) },
    });
  }
  const sum = (of: (one: ComparedIndicator) => number) => indicators.reduce((total, one) => total + of(one), 0);
  return {
    ...{ before: comparedVintage(pair.before), after: comparedVintage(pair.after) },
    totals: {
      compared: sum((one) => one.compared),
      equal: sum((one) => one.equal),
      different: sum((one) => one.different),
    },
    indicators,
    rows: rows.slice(offset, offset + limit).map((row) => ({ ...row, reasons: certainReasons(pair, row.indicator) })),
    next: rows.length > offset + limit ? offset + limit : null,
  };
}

interface Taking {
  readonly most: number;
  readonly take: (rows: readonly ComparedValue[]) => void;
}

async function compareAllSets(
  session: LakeSession,
  definitions: readonly Definition[],
  ground: Parameters<typeof compareSets>[2],
  filter: CellFilter,
  { most, take }: Taking,
) {
  const { before, after } = ground.pair;
  const found = new Map<string, Omit<ComparedSets, 'page'>>();
  for (const { id } of definitions) {
    const of = ({ indicators }: Vintage) => sideOf(indicators.find(({ definition }) => definition.id === id));
    const sides = { before: of(before), after: of(after) };
    if (sides.before === null && sides.after === null) continue;
    const { page, ...counts } = await compareSets(session, sides, ground, filter);
    if (counts.different > 0) take(await page(most));
    found.set(id, counts);
  }
  return found;
}

/** What no set of the indicator holds. */
async function compareOthers(
  office: Office,
  pair: VintagePair,
  definition: Definition,
  filter: CellFilter,
  { areas, published }: { readonly areas: AreaDirectory; readonly published: boolean },
) {
  const counties = (filter.areas ?? []).filter((area) => isCounty(areas, area));
  const parts = [
    ...(isMade(definition) ? [await compareFigures(office, pair, definition.id, 'computed', filter)] : []),
    ...(isComputed(definition) && counties.length > 0
      ? [await compareFigures(office, pair, definition.id, 'computed', { ...filter, areas: counties })]
      : []),
    ...(published && definition.published.length > 0
      ? [await compareFigures(office, pair, definition.id, 'published', filter)]
      : []),
  ];
  return {
    compared: parts.reduce((total, { compared }) => total + compared, 0),
    rows: parts.flatMap(({ rows }) => rows),
  };
}

/** What others publish they correct themselves. */
function isCorrected({ origin, before, after }: ComparedValue): boolean {
  return origin === 'computed' && before !== null && before !== after;
}

function inOrder(a: ComparedValue, b: ComparedValue): number {
  const place = ({ indicator, area, period, breakdown, statistic }: ComparedValue) =>
    JSON.stringify([indicator, area, period, Object.keys(breakdown).length, breakdown, statistic]);
  return b.size - a.size || (place(a) < place(b) ? -1 : 1);
}

function standing({ before, after }: VintagePair, id: string): Pick<ComparedIndicator, 'redefined' | 'only'> {
  const of = ({ indicators }: Vintage) => indicators.find(({ definition }) => definition.id === id);
  const [was, now] = [of(before), of(after)];
  const only = now === undefined ? 'before' : was === undefined ? 'after' : null;
  return { redefined: only === null && was?.hash !== now?.hash, only };
}

function definitionsOf({ before, after }: VintagePair, id: string | undefined): Definition[] {
  const all = [...before.indicators, ...after.indicators].map(({ definition }) => definition);
  const later = [...new Map(all.map((definition) => [definition.id, definition])).values()];
  return id === undefined ? later.sort((a, b) => (a.id < b.id ? -1 : 1)) : [definitionOf(later, id)];
}

export function comparedVintage({ name, release, effective, createdAt }: Vintage): ComparedVintage {
  return { vintage: name, release, effective, createdAt };
}

function readFilter({ area, period }: CompareInput, areas: AreaDirectory): CellFilter {
  const codes = area?.flatMap((code) =>
    code === 'provinces' ? areas.provinces().map((province) => province.code) : [areas.get(code).code],
  );
  const periods = period?.map((one) => parsePeriod(one).period);
  return { ...(codes && { areas: codes }), ...(periods && { periods }) };
}

function readPage({ limit = usualLimit, offset = 0 }: CompareInput): { limit: number; offset: number } {
  const sound = [limit, offset].every((number) => Number.isSafeInteger(number) && number >= 0);
  if (sound && limit + offset <= mostRows) return { limit, offset };
  throw new UserFault('usage', {
    found: `${limit} rows after ${offset}`,
    expected: `whole numbers, together at most ${mostRows}`,
    values: { what: 'no such page of a comparison' },
  });
}
