import { type ComputedDefinition, type OpeningRequest, statisticsOf } from '@zhiheng/indicators';
import { type Dataset, type Origin, type Statistic, UserFault } from '@zhiheng/vocabulary';

export interface RecordsInput {
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly part?: string;
  readonly by?: string;
  readonly statistic?: Statistic;
  readonly origin?: Origin;
  readonly office?: string;
  readonly dataset?: Dataset;
  readonly vintage?: string;
  /** Of a duration: from so many months on, up to so many: `12..13`. */
  readonly months?: string;
  readonly leftOut?: boolean;
  readonly limit?: number;
  readonly after?: string;
}

/** The opening that is asked for, of a definition that is counted from records. */
export function openingOf(input: RecordsInput, definition: ComputedDefinition): OpeningRequest {
  const { area, period, by, office, dataset, statistic, leftOut } = input;
  const parts = ['numerator', 'denominator', 'base'] as const;
  const part = parts.find((one) => one === input.part);
  if (input.part !== undefined && part === undefined) {
    throw new UserFault('usage', {
      place: { field: 'part' },
      found: input.part,
      expected: parts.join(', '),
      values: { what: 'no such part' },
    });
  }
  return {
    definition,
    area,
    period,
    ...(by === undefined ? {} : { by }),
    ...(office === undefined ? {} : { office }),
    ...(dataset === undefined ? {} : { dataset }),
    ...(statistic === undefined ? {} : { statistic: statisticOf(statistic, definition) }),
    ...(part === undefined ? {} : { part }),
    ...(leftOut === undefined ? {} : { leftOut }),
    ...(input.months === undefined ? {} : { months: readMonths(input.months) }),
  };
}

function statisticOf(asked: string, definition: ComputedDefinition): Statistic {
  const held = statisticsOf(definition);
  const known = held.find((one) => one === asked);
  if (known !== undefined) return known;
  throw new UserFault('usage', {
    place: { field: 'statistic' },
    found: asked,
    expected: held.join(', ') || 'none',
    values: { what: `${definition.id} has no such statistic` },
  });
}

function readMonths(text: string): { readonly from: number; readonly until: number } {
  const [, from, until] = /^(\d{1,4})\.\.(\d{1,4})$/.exec(text) ?? [];
  if (from !== undefined && Number(from) < Number(until)) return { from: Number(from), until: Number(until) };
  throw new UserFault('usage', {
    place: { field: 'months' },
    found: text,
    expected: '12..13: twelve months and more, less than thirteen',
    values: { what: 'no span of months' },
  });
}
