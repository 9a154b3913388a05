import { type Definition, publishedObservations } from '@zhiheng/indicators';
import {
  type JudgingGround,
  type Programme,
  periodsLookedAt,
  type SeriesNature,
  type Target,
  type TargetSubject,
  targetsOfArea,
} from '@zhiheng/programme';
import { type Dataset, type Observation, parsePeriod, yearBefore } from '@zhiheng/vocabulary';
import { readFigure } from '../figures.js';
import type { Office } from '../office.js';
import { definitionOf, type Reference } from '../reference.js';
import type { JudgedAsOf } from './vintage-for-day.js';

export interface ObservedGround {
  readonly office: Office;
  readonly reference: Reference;
  readonly asOf: JudgedAsOf;
  /** Years before the period whose values are read. */
  readonly yearsBefore: number;
}

/** As of when the targets are judged, and how the values of each indicator go together. */
export function judgingGround({ reference, asOf }: Pick<ObservedGround, 'reference' | 'asOf'>): JudgingGround {
  const until = asOf.vintage?.effective;
  return {
    effective: asOf.day,
    ...(until === undefined ? {} : { knownUntil: { computed: until, estimated: until } }),
    natureOf: (indicator) => natureOf(definitionOf(reference.definitions(), indicator)),
  };
}

/** Gross counts only grow within a year; what decisions take away can fall again. */
function natureOf(definition: Definition): SeriesNature {
  if (definition.kind === 'stock') return 'stock';
  if (definition.kind !== 'flow') return 'level';
  return definition.net === 'gross' ? 'counted' : 'events';
}

/**
 * Every value that the targets of a programme look at in some areas (null: the programme's own), of one office, one vintage and one
 * dataset: real, or synthetic where the vintage holds nothing real.
 */
export async function observedFor(
  ground: ObservedGround,
  programme: Programme,
  areas: readonly (string | null)[],
): Promise<Observation[]> {
  const targets = areas.flatMap((area) => targetsOfArea(programme, area, ground.asOf.day).map(({ target }) => target));
  return [...published(ground, targets), ...(await computed(ground, targets))];
}

function published({ reference, asOf }: ObservedGround, targets: readonly Target[]): Observation[] {
  const { day, vintage } = asOf;
  const ids = new Set(targets.flatMap(subjectsOf).map(({ indicator }) => indicator));
  const name = vintage?.effective === day ? vintage.name : null;
  return [...ids].flatMap((id) =>
    publishedObservations(definitionOf(reference.definitions(), id), reference.published(), {
      effective: day,
      vintage: name,
    }),
  );
}

async function computed(ground: ObservedGround, targets: readonly Target[]): Promise<Observation[]> {
  const { office, asOf } = ground;
  const { vintage } = asOf;
  if (vintage === null || !asOf.computed) return [];
  const held = vintage.datasets.filter((one) => one.office === office.code).map((one) => one.dataset);
  const dataset: Dataset = held.includes('real') ? 'real' : (held[0] ?? 'real');
  const rows: Observation[] = [];
  for (const { subject, areas, periods } of readingsOf(ground, targets)) {
    const { kind } = subject.breakdown;
    const read = await readFigure(office, {
      indicator: subject.indicator,
      area: [...areas],
      period: [...periods],
      origin: 'computed',
      dataset,
      vintage: vintage.name,
      ...(kind === undefined ? {} : { by: `kind=${kind}` }),
      ...(subject.statistic === null ? {} : { statistic: subject.statistic }),
    });
    rows.push(...read);
  }
  return rows;
}

interface ComputedReading {
  readonly subject: TargetSubject;
  readonly areas: Set<string>;
  readonly periods: Set<string>;
}

/** What is read of computed values: each series once, for all of its areas and periods. */
function readingsOf({ asOf, yearsBefore }: ObservedGround, targets: readonly Target[]): ComputedReading[] {
  const readings = new Map<string, ComputedReading>();
  for (const target of targets.filter(({ origin }) => origin === 'computed')) {
    const periods = periodsOf(target, asOf, yearsBefore);
    for (const subject of subjectsOf(target)) {
      const { indicator, breakdown, statistic, area } = subject;
      const key = JSON.stringify([indicator, breakdown, statistic]);
      const reading = readings.get(key) ?? { subject, areas: new Set(), periods: new Set() };
      reading.areas.add(area);
      for (const period of periods) reading.periods.add(period);
      readings.set(key, reading);
    }
  }
  return [...readings.values()];
}

/** The period and years before; while it is not over, what a projection may look at. */
function periodsOf({ period }: Target, { vintage, day }: JudgedAsOf, yearsBefore: number): string[] {
  const periods = [period];
  for (let back = 0; back < yearsBefore; back += 1) periods.push(yearBefore(periods.at(-1) ?? period));
  const until = vintage === null || day < vintage.effective ? day : vintage.effective;
  return parsePeriod(period).to <= until ? periods : [...periods, ...periodsLookedAt(period, until)];
}

function subjectsOf({ subject, denominator }: Target): TargetSubject[] {
  return [subject, denominator].filter((one) => one !== null);
}
