import { type AreaDirectory, type Breakdown, notTold } from '@zhiheng/vocabulary';
import { bridgedValues } from '../record/bridges.js';
import type { CountedPlace, ExplainedTest, MetCondition } from './record-explanation.js';
import type { RecordState } from './record-state.js';
import { plainValue } from './seen-by.js';

/** What a figure is asked for. */
export interface Asked {
  readonly office: string;
  readonly dataset: string;
  readonly area: string;
  /** Values by dimension; empty for the total. */
  readonly part: Breakdown;
}

/** Areas that a record counts in, of the text that names them (several have signs between), each once. */
export function countedPlaces(areas: AreaDirectory, place: string): CountedPlace[] {
  return [...new Set(place.split('+'))].map((area) => ({ area, within: areas.lineage(area) }));
}

/** How many of the holders that such a text names lie in an area, of all of them. */
export function shareOf(areas: AreaDirectory, place: string, area: string): number {
  const holders = place.split('+');
  return holders.filter((one) => areas.within(one, area)).length / holders.length;
}

/** Whether the record is one of those that the figure looks at: of the office, the dataset, the area and the part asked for. */
export function askedTests(
  { office, dataset, area, part }: Asked,
  state: RecordState,
  places: readonly CountedPlace[],
  met: readonly MetCondition[],
): ExplainedTest[] {
  const equal = (name: string, wanted: string) =>
    test(equalText(name, wanted), plainValue(state[name] || notTold) === wanted, { [name]: plainValue(state[name]) });
  return [
    equal('office', office),
    equal('dataset', dataset),
    {
      ...test(
        `counted in ${area}`,
        places.some(({ within }) => within.includes(area)),
        { counted_in: places.map((one) => one.area).join('+') },
      ),
      leavesOutBy: `not counted in ${area}`,
    },
    ...Object.entries(part).map(([name, wanted]) => {
      if (name === 'condition') return conditionTest(wanted, met);
      const told = bridgedValues(name, state.lists ?? {});
      return told === null ? equal(name, wanted) : bridgedTest(name, wanted, told);
    }),
  ];
}

function bridgedTest(name: string, wanted: string, told: readonly string[]): ExplainedTest {
  const holds = wanted === notTold ? told.length === 0 : told.includes(wanted);
  return test(equalText(name, wanted), holds, { [name]: told.join(', ') || null });
}

function equalText(name: string, wanted: string): string {
  return wanted === notTold ? `${name} is null` : `${name} = '${wanted}'`;
}

/** Both conditions where two are named. */
function conditionTest(wanted: string, met: readonly MetCondition[]): ExplainedTest {
  const held = met.filter(({ holds }) => holds).map(({ id }) => id);
  const holds = wanted.split('+').every((id) => held.includes(id));
  return test(`condition = '${wanted}'`, holds, { conditions: held.join(', ') || null });
}

function test(text: string, holds: boolean, values: ExplainedTest['values']): ExplainedTest {
  return { source: 'asked', text, leavesOutBy: text, place: null, holds, values, parts: [] };
}
