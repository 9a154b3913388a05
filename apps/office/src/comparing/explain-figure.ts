import {
  type Definition,
  type FigureRow,
  isComputed,
  isMade,
  openedPart,
  openedParts,
  readPart,
} from '@zhiheng/indicators';
import {
  type Breakdown,
  type Dataset,
  type Scope,
  type Statistic,
  seesEverything,
  UserFault,
  wholeOffice,
} from '@zhiheng/vocabulary';
import {
  type ExplainedPart,
  type ExplainedValue,
  type FigureExplanation,
  type PairedPage,
  type PairedRecords,
  type RecordSide,
  recordSides,
} from '../answers-vintages.js';
import { type FigureGround, figureGround, openingSources, partOf, readFigure } from '../figures.js';
import type { Office } from '../office.js';
import { openingOf, type RecordsInput } from '../opening-of.js';
import { definitionOf } from '../reference.js';
import type { Vintage } from '../vintage.js';
import { comparedVintage, pairOf } from './compare-vintages.js';
import { type VintagePair, withComparedSession } from './compared-session.js';
import { type OpenedPair, PairedOpenings } from './paired-records.js';
import { certainReasons, countedReasons } from './reasons.js';

export interface ExplainInput
  extends Pick<RecordsInput, 'indicator' | 'area' | 'period' | 'by' | 'part' | 'statistic' | 'office' | 'dataset'> {
  readonly before: string;
  readonly after: string;
  /** Records of which side; left out: none, only how many. */
  readonly side?: string;
  readonly limit?: number;
  /** `next` of the page before. */
  readonly from?: string;
}

export type AskedFigure = Omit<ExplainInput, 'before' | 'after' | 'side' | 'limit' | 'from'>;

const usualLimit = 20;
const mostRecords = 1000;

/**
 * Why a figure differs between two vintages: how many records count in the one, the other and both, and a page of them as far as a scope
 * shows them. A made figure tells its parts, each explained by `part`. Throws what `readRecords` throws, and `usage`.
 */
export async function explainFigure(office: Office, input: ExplainInput, scope: Scope): Promise<FigureExplanation> {
  const pair = await pairOf(office, input.before, input.after);
  const { before: _, after: __, side, limit = usualLimit, from = null, ...asked } = input;
  const turn = { side: readSide(side), limit: readLimit(limit), from };
  const vintage = holderOf(pair, asked.indicator);
  const ground = await figureGround(office, { indicator: asked.indicator, vintage: vintage.name });
  const { definition } = ground;
  if (isMade(definition) && asked.part !== undefined) {
    const { part, ...opened } = partOf(asked, definition, ground);
    const rest = { ...opened, ...(part === undefined ? {} : { part }) };
    return explainFigure(office, { ...rest, before: input.before, after: input.after, ...turned(input) }, scope);
  }
  const told = {
    ...{ before: comparedVintage(pair.before), after: comparedVintage(pair.after) },
    ...{ indicator: definition.id, area: ground.reference.areas().get(asked.area).code, period: asked.period },
    by: textOf(readPart(asked.by, definition)),
    values: await valuesOf(office, pair, asked),
  };
  const none = { records: null, lengths: null, parts: [], page: null };
  const reasons = certainReasons(pair, definition.id);
  if (isMade(definition)) return { ...told, ...none, reasons, parts: await partsOf(office, pair, asked, ground) };
  if (!isComputed(definition)) return { ...told, ...none, reasons };
  const opened = await openedPair(office, pair, asked);
  const [records, lengths] = await withComparedSession(office, pair, wholeOffice, async (session) => {
    const openings = await PairedOpenings.open(session, opened);
    return [await openings.tally(), await openings.lengths()] as const;
  });
  const counted = {
    added: records.added.fresh,
    removed: records.removed.gone,
    changed: records.added.admitted + records.removed.leftOut,
  };
  return {
    ...{ ...told, ...none, records },
    reasons: countedReasons(pair, definition.id, counted),
    lengths,
    page: turn.side === null ? null : await pageOf(office, pair, opened, scope, { ...turn, side: turn.side, records }),
  };
}

/** How many records count in one vintage and not in the other, for one computed figure. */
export async function tallyFigure(office: Office, pair: VintagePair, asked: AskedFigure): Promise<PairedRecords> {
  const opened = await openedPair(office, pair, asked);
  return withComparedSession(office, pair, wholeOffice, async (session) =>
    (await PairedOpenings.open(session, opened)).tally(),
  );
}

interface Turn {
  readonly side: RecordSide;
  readonly limit: number;
  readonly from: string | null;
  readonly records: PairedRecords;
}

async function pageOf(
  office: Office,
  pair: VintagePair,
  opened: OpenedPair,
  scope: Scope,
  { side, limit, from, records }: Turn,
): Promise<PairedPage> {
  const total = side === 'both' ? records.both : records[side].total;
  // One session after the other: two at a time could wait for each other.
  const within = <T>(of: Scope, use: (openings: PairedOpenings) => Promise<T>) =>
    withComparedSession(office, pair, of, async (session) => use(await PairedOpenings.open(session, opened)));
  const seen = seesEverything(scope) ? null : await within(scope, (openings) => openings.seen(side));
  const page = await within(wholeOffice, (openings) => openings.page(side, { seen, after: from, limit }));
  const present = new Map(page.rows.map((row) => [row.id, row.present]));
  const rows = await within(scope, (openings) => openings.shown(side, [...present.keys()]));
  return {
    ...{ side, total, visible: page.visible, withheldByRight: total - page.visible },
    rows: rows.map(({ record, leftOutThere }) => ({
      ...record,
      otherwise: side === 'both' ? null : present.get(record.id) === true ? 'left-out' : 'absent',
      leftOutThere,
    })),
    next: page.next,
  };
}

async function openedPair(office: Office, pair: VintagePair, asked: AskedFigure): Promise<OpenedPair> {
  const dataset = asked.dataset ?? datasetOf(office, pair, asked);
  const side = async (vintage: Vintage) => {
    if (!holds(vintage, asked.indicator)) return null;
    const ground = await figureGround(office, { indicator: asked.indicator, vintage: vintage.name });
    const { definition } = ground;
    if (!isComputed(definition)) return null;
    return { vintage, request: openingOf({ ...asked, dataset }, definition), sources: openingSources(office, ground) };
  };
  return { before: await side(pair.before), after: await side(pair.after) };
}

/** One dataset for both: the real one where either vintage holds it. */
function datasetOf(office: Office, { before, after }: VintagePair, asked: AskedFigure): Dataset {
  const code = asked.office ?? office.code;
  const held = [...before.datasets, ...after.datasets].filter((one) => one.office === code);
  return held.length > 0 && held.every(({ dataset }) => dataset === 'synthetic') ? 'synthetic' : 'real';
}

async function valuesOf(office: Office, pair: VintagePair, asked: AskedFigure): Promise<ExplainedValue[]> {
  const { indicator, area, period, by, office: code, dataset, statistic } = asked;
  const rowsOf = async (vintage: Vintage): Promise<Map<string, FigureRow>> => {
    if (!holds(vintage, indicator)) return new Map();
    const rows = await readFigure(office, {
      ...{ indicator, area: [area], period: [period], vintage: vintage.name },
      ...(by === undefined ? {} : { by }),
      ...(code === undefined ? {} : { office: code }),
      ...(dataset === undefined ? {} : { dataset }),
      ...(statistic === undefined ? {} : { statistic }),
    });
    return new Map(rows.map((row) => [[row.office, row.dataset, row.origin, row.statistic ?? ''].join(' '), row]));
  };
  const [was, now] = [await rowsOf(pair.before), await rowsOf(pair.after)];
  return [...new Set([...now.keys(), ...was.keys()])].flatMap((key) => {
    const [earlier, later] = [was.get(key), now.get(key)];
    const row = later ?? earlier;
    return row === undefined || row.origin === 'estimated' ? [] : [pairedValue(row, row.origin, earlier, later)];
  });
}

function pairedValue(
  { office, dataset, statistic, unit }: FigureRow,
  origin: ExplainedValue['origin'],
  was: FigureRow | undefined,
  now: FigureRow | undefined,
): ExplainedValue {
  return {
    ...{ office, dataset, statistic, unit, origin },
    ...{ before: was?.value ?? null, after: now?.value ?? null },
    ...{ beforeStatus: was?.status ?? 'missing', afterStatus: now?.status ?? 'missing' },
    ...{ beforePublication: was?.publication ?? null, afterPublication: now?.publication ?? null },
  };
}

/** The parts of a made figure, as the definition of the later vintage has them. */
async function partsOf(
  office: Office,
  pair: VintagePair,
  asked: AskedFigure,
  ground: FigureGround,
): Promise<ExplainedPart[]> {
  const { definition } = ground;
  if (!isMade(definition)) return [];
  const all = [...pair.before.indicators, ...pair.after.indicators].map((one) => one.definition);
  const held = new Map(all.map((one) => [one.id, one]));
  const within = (id: string): Definition => held.get(id) ?? definitionOf(ground.reference.definitions(), id);
  const parts: ExplainedPart[] = [];
  for (const part of openedParts(definition)) {
    const cell = openedPart(definition, { area: asked.area, period: asked.period, by: asked.by ?? null, part }, within);
    const { indicator, area, period, by, statistic, origin } = cell;
    const valueIn = async (vintage: Vintage) => {
      if (!holds(vintage, indicator) && origin !== 'published') return null;
      const [row] = await readFigure(office, {
        ...{ indicator, area: [area], period: [period], origin, vintage: vintage.name },
        ...(by === null ? {} : { by }),
        ...(statistic === null ? {} : { statistic: statistic as Statistic }),
        ...(asked.office === undefined ? {} : { office: asked.office }),
        ...(asked.dataset === undefined ? {} : { dataset: asked.dataset }),
      });
      return row ?? null;
    };
    const [was, now] = [await valueIn(pair.before), await valueIn(pair.after)];
    const made = within(indicator);
    parts.push({
      ...{ part, indicator, names: made.names, area, period, unit: now?.unit ?? was?.unit ?? made.unit },
      ...{ before: was?.value ?? null, after: now?.value ?? null },
    });
  }
  return parts;
}

/** A breakdown as it is asked for. */
export function textOf(breakdown: Breakdown): string | null {
  const parts = Object.entries(breakdown).map(([dimension, value]) => `${dimension}=${value}`);
  return parts.length === 0 ? null : parts.join(',');
}

const holds = ({ indicators }: Vintage, id: string) => indicators.some(({ definition }) => definition.id === id);

/** The vintage whose definition is asked: the later one, unless it does not hold the indicator. */
function holderOf({ before, after }: VintagePair, id: string): Vintage {
  return holds(after, id) || !holds(before, id) ? after : before;
}

function turned({ side, limit, from }: ExplainInput) {
  return {
    ...(side === undefined ? {} : { side }),
    ...(limit === undefined ? {} : { limit }),
    ...(from === undefined ? {} : { from }),
  };
}

function readSide(asked: string | undefined): RecordSide | null {
  if (asked === undefined) return null;
  const side = recordSides.find((one) => one === asked);
  if (side !== undefined) return side;
  throw new UserFault('usage', {
    place: { field: 'side' },
    found: asked,
    expected: recordSides.join(', '),
    values: { what: 'no such side of two figures' },
  });
}

function readLimit(limit: number): number {
  if (Number.isSafeInteger(limit) && limit >= 0 && limit <= mostRecords) return limit;
  throw new UserFault('usage', {
    found: String(limit),
    expected: `0 to ${mostRecords}`,
    values: { what: 'no such number of records' },
  });
}
