import { type ComputedDefinition, ObservedStatuses, spans } from '@zhiheng/indicators';
import type { LakeSession } from '@zhiheng/lake';
import { type AreaDirectory, type Day, kinds, type Statistic } from '@zhiheng/vocabulary';
import type { Vintage } from '../vintage.js';
import type { VintagePair } from './compared-session.js';

/** One indicator in two vintages; null where one of them does not hold it. */
export interface ComparedDefinitions {
  readonly before: ComputedDefinition | null;
  readonly after: ComputedDefinition | null;
}

export interface CellGround {
  readonly pair: VintagePair;
  readonly areas: AreaDirectory;
  readonly today: Day;
}

/** What is known of the cells of an indicator in two vintages, as the session holds it. */
export interface CellStates {
  /** The relation: `office, dataset, area, period, kind, statistic, was_state, now_state`; `area` is empty where it does not matter. */
  readonly relation: string;
  readonly byArea: boolean;
  /** Years in which more or less is known in the one than in the other. */
  readonly years: readonly number[];
}

const relation = 'cell_state';

/** Registers what both vintages know of the cells of an indicator, over some years and, where coverage names areas, some areas. */
export async function registerStates(
  session: LakeSession,
  { before, after }: ComparedDefinitions,
  { pair, areas, today }: CellGround,
  asked: { readonly years: readonly number[]; readonly areas: readonly string[] },
): Promise<CellStates> {
  const byArea = [pair.before, pair.after].some(({ coverage }) => coverage.some((entry) => entry.areas !== null));
  const isDuration = [before, after].some((one) => one?.kind === 'duration');
  const marks: readonly (Statistic | null)[] = isDuration ? [null, 'survival-median'] : [null];
  const rows: string[][] = [];
  const years = new Set<number>();
  for (const holding of holdingsOf(pair)) {
    const side = (definition: ComputedDefinition | null, { coverage, facts = null }: Vintage) =>
      definition === null
        ? null
        : new ObservedStatuses(definition, holding, { coverage, areas, today, decisions: facts !== null });
    const [was, now] = [side(before, pair.before), side(after, pair.after)];
    for (const area of byArea ? asked.areas : ['ALL']) {
      for (const year of asked.years) {
        for (const { suffix } of spans) {
          const period = `${String(year).padStart(4, '0')}${suffix}`;
          for (const kind of [null, ...kinds]) {
            for (const statistic of marks) {
              // A survival median is one of a year.
              if (statistic !== null && suffix !== '') continue;
              const cell = { area, period, kind, statistic };
              const states = [was?.state(cell) ?? 'none', now?.state(cell) ?? 'none'] as const;
              if (states[0] !== states[1]) years.add(year);
              // Where nothing is known there is no row.
              if (states[0] === 'none' && states[1] === 'none') continue;
              const { office, dataset } = holding;
              rows.push([office, dataset, byArea ? area : '', period, kind ?? '', statistic ?? '', ...states]);
            }
          }
        }
      }
    }
  }
  const columns = ['office', 'dataset', 'area', 'period', 'kind', 'statistic', 'was_state', 'now_state'];
  await session.registerTable(relation, Object.fromEntries(columns.map((name) => [name, 'text' as const])), rows);
  return { relation, byArea, years: [...years].sort((a, b) => a - b) };
}

function holdingsOf({ before, after }: VintagePair): Vintage['datasets'] {
  const all = [...before.datasets, ...after.datasets];
  return [...new Map(all.map((one) => [`${one.office} ${one.dataset}`, one])).values()];
}
