import type { Breakdown, Dataset, Period } from '@zhiheng/vocabulary';
import type { MadeDefinition } from '../definition.js';
import type { FigureRow } from '../figure-row.js';
import { originOfPart } from '../made-parts.js';
import { type BreakdownWish, formatBreakdown } from './breakdown.js';
import type { FigureRequest, FigureSources } from './figure-request.js';
import { formulaOf, madeValue } from './made-value.js';
import { type MadePart, madeParts, PartRows } from './part-figures.js';
import { datasetsOf } from './scope.js';

/** How rows of parts are asked for: `figure` itself, handed over because parts can be made of parts. */
export type AskFigure = (request: FigureRequest, sources: FigureSources) => Promise<FigureRow[]>;

export interface MadeQuestion {
  readonly definition: MadeDefinition;
  readonly office: string;
  readonly dataset: Dataset | null;
  readonly areas: readonly string[];
  readonly periods: readonly Period[];
  readonly wish: BreakdownWish;
}

/**
 * Rows made of the exact figures of their parts: of one office and dataset, an area, a period and a breakdown, of the vintage that
 * the sources are of. Where a part has no value the row is missing.
 */
export async function madeRows(question: MadeQuestion, sources: FigureSources, ask: AskFigure): Promise<FigureRow[]> {
  const { definition, office, areas, periods, wish } = question;
  const parts = await madeParts(definition, sources);
  const formula = formulaOf(definition);
  const rows: FigureRow[] = [];
  for (const dataset of madeDatasets(question, parts, sources)) {
    const asked = { office, dataset, areas, periods, wish };
    const read: PartRows[] = [];
    // One after the other: they read through one session.
    for (const part of parts) read.push(await PartRows.read(part, asked, sources, ask));
    const breakdowns = breakdownsAsked(wish, read);
    for (const area of areas) {
      for (const period of periods) {
        for (const breakdown of breakdowns) {
          const found = Object.fromEntries(read.map((one) => [one.made.name, one.at(area, period, breakdown)]));
          rows.push({
            indicator: definition.id,
            office,
            area,
            period,
            breakdown,
            statistic: null,
            ...madeValue(definition, formula, found),
            bound: null,
            unit: definition.unit,
            origin: 'computed',
            dataset,
            vintage: sources.vintage,
            publication: null,
          });
        }
      }
    }
  }
  return rows;
}

/** Datasets that a made figure has rows of; published values are real. */
function madeDatasets({ dataset, office }: MadeQuestion, parts: readonly MadePart[], { holdings }: FigureSources) {
  const published = parts.every(({ part, sources }) => originOfPart(part, sources.definition) === 'published');
  return published && dataset === null ? (['real'] as const) : datasetsOf(dataset, office, holdings);
}

/** The one breakdown that is asked for, or all that a part has. */
function breakdownsAsked(wish: BreakdownWish, read: readonly PartRows[]): Breakdown[] {
  if (wish.every(({ value }) => value !== null)) {
    return [Object.fromEntries(wish.map(({ dimension, value }) => [dimension, value ?? '']))];
  }
  const all = read.flatMap((rows) => rows.breakdowns());
  return [...new Map(all.map((breakdown) => [formatBreakdown(breakdown) ?? '', breakdown])).values()];
}
