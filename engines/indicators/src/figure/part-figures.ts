import { type Breakdown, type Dataset, OwnFault, type Period, parsePeriod, yearBefore } from '@zhiheng/vocabulary';
import type { FigurePart, MadeDefinition } from '../definition.js';
import type { FigureRow } from '../figure-row.js';
import { originOfPart, partsOf } from '../made-parts.js';
import { type BreakdownWish, formatBreakdown } from './breakdown.js';
import type { FigureRequest, FigureSources, PartSources } from './figure-request.js';

/** One part of a made figure, with a period so many years before that of the whole, and where its values come from. */
export interface MadePart {
  /** As the definition names it; of a growth `of` and `base`. */
  readonly name: string;
  readonly part: FigurePart;
  readonly yearsBefore: number;
  readonly sources: PartSources;
}

/** The parts of a made figure in order; a growth has its part twice. */
export async function madeParts(definition: MadeDefinition, sources: FigureSources): Promise<MadePart[]> {
  const { part: sourcesOf } = sources;
  if (sourcesOf === undefined)
    throw new OwnFault(`${definition.id} is asked for without what its parts are drawn from`);
  const read: MadePart[] = [];
  // One after the other: they may open views in one session.
  for (const [name, part] of Object.entries(partsOf(definition))) {
    read.push({ name, part, yearsBefore: 0, sources: await sourcesOf(part.indicator) });
  }
  if (definition.kind !== 'growth') return read;
  return read.flatMap((one) => [one, { ...one, name: 'base', yearsBefore: definition.years }]);
}

/** The period of a part that stands beside a period of the whole. */
export function periodOfPart({ part, yearsBefore }: Pick<MadePart, 'part' | 'yearsBefore'>, period: Period): Period {
  let of = period;
  for (let year = 0; year < yearsBefore; year += 1) of = yearBefore(of);
  if (part.period === 'year-before') return yearBefore(of);
  if (part.period === 'end-of-year-before') return String(parsePeriod(of).year - 1).padStart(4, '0');
  return of;
}

/** The text that asks a part for what the whole is asked for. */
export function byOfPart({ breakdown }: FigurePart, wish: BreakdownWish): string | null {
  const fixed = Object.entries(breakdown).map(([name, value]) => `${name}=${value}`);
  const asked = wish.map(({ dimension, value }) => (value === null ? dimension : `${dimension}=${value}`));
  return [...fixed, ...asked].join(',') || null;
}

export interface PartQuestion {
  readonly office: string;
  readonly dataset: Dataset;
  readonly areas: readonly string[];
  readonly periods: readonly Period[];
  readonly wish: BreakdownWish;
}

/** The rows of one part by the cell of the whole that they stand in. */
export class PartRows {
  readonly made: MadePart;
  readonly #rows: ReadonlyMap<string, FigureRow>;

  private constructor(made: MadePart, rows: readonly FigureRow[]) {
    this.made = made;
    this.#rows = new Map(rows.map((row) => [keyOf(row.area, row.period, row.breakdown), row]));
  }

  /** Asks `figure` for the values of a part, of the one origin that it has. */
  static async read(
    made: MadePart,
    { areas, periods, wish, ...scope }: PartQuestion,
    sources: FigureSources,
    figure: (request: FigureRequest, sources: FigureSources) => Promise<FigureRow[]>,
  ): Promise<PartRows> {
    const { part } = made;
    const { definition, ...own } = made.sources;
    const { combinations: _, ...shared } = sources;
    const rows = await figure(
      {
        definition,
        ...scope,
        areas: part.area === null ? areas : [part.area],
        periods: [...new Set(periods.map((period) => periodOfPart(made, period)))],
        by: byOfPart(part, wish),
        origin: originOfPart(part, definition),
        statistic: part.statistic,
      },
      { ...shared, ...own },
    );
    return new PartRows(
      made,
      rows.filter((row) => row.statistic === part.statistic),
    );
  }

  /** The row that stands in a cell of the whole; null where there is none. */
  at(area: string, period: Period, breakdown: Breakdown): FigureRow | null {
    const { part } = this.made;
    const key = keyOf(part.area ?? area, periodOfPart(this.made, period), { ...part.breakdown, ...breakdown });
    return this.#rows.get(key) ?? null;
  }

  /** What the rows are broken down to, without what the part itself fixes. */
  breakdowns(): Breakdown[] {
    const fixed = this.made.part.breakdown;
    return [...this.#rows.values()].map(({ breakdown }) =>
      Object.fromEntries(Object.entries(breakdown).filter(([name]) => fixed[name] === undefined)),
    );
  }
}

function keyOf(area: string, period: Period, breakdown: Breakdown): string {
  return `${area} ${period} ${formatBreakdown(breakdown) ?? ''}`;
}
