import type { AreaDirectory } from '@zhiheng/vocabulary';
import type { CountedPlace, ExplainedTest } from './record-explanation.js';

/** What a figure is asked for, and what the record is. */
export interface Asked {
  readonly office: string;
  readonly dataset: string;
  readonly area: string;
  /** Values by dimension; empty for the total. */
  readonly part: Readonly<Record<string, string>>;
}

/** Areas that a record counts in, of the text that names them (several have signs between). */
export function countedPlaces(areas: AreaDirectory, place: string): CountedPlace[] {
  return place.split('+').map((area) => ({ area, within: areas.lineage(area) }));
}

/** Whether the record is one of those that the figure looks at: of the office, the dataset, the area and the part asked for. */
export function askedTests(
  asked: Asked,
  record: { readonly office: string; readonly dataset: string; readonly values: Readonly<Record<string, unknown>> },
  places: readonly CountedPlace[],
): ExplainedTest[] {
  const equal = (name: string, wanted: string, found: unknown) =>
    test(`${name} = '${wanted}'`, found === wanted, { [name]: typeof found === 'string' ? found : null });
  return [
    equal('office', asked.office, record.office),
    equal('dataset', asked.dataset, record.dataset),
    test(
      `counted in ${asked.area}`,
      places.some(({ within }) => within.includes(asked.area)),
      { counted_in: places.map(({ area }) => area).join('+') },
      `not counted in ${asked.area}`,
    ),
    ...Object.entries(asked.part).map(([name, wanted]) => equal(name, wanted, record.values[name])),
  ];
}

function test(text: string, holds: boolean, values: ExplainedTest['values'], leavesOutBy = text): ExplainedTest {
  return { source: 'asked', text, leavesOutBy, place: null, holds, values, parts: [] };
}
