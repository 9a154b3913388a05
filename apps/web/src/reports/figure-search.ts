import type { TableAnswer } from '@zhiheng/office';
import type { FigureState } from '../figure/figure-state.js';

type Address = TableAnswer['filled']['sheets'][number]['rows'][number]['cells'][number]['opens'][number];

/** The state of the figure page that shows the figure of a cell; `own`: the office of the folder. */
export function figureSearch(
  address: Address,
  { filled, provenance }: TableAnswer,
  own: string | undefined,
): FigureState {
  const { area, period, breakdown, statistic, origin } = address;
  const { kind, ...others } = breakdown;
  const parts = Object.entries(others).map(([name, value]) => `${name}=${value}`);
  const state: FigureState = {
    ...{ area, period, origin, kind },
    statistic: statistic ?? undefined,
    dataset: filled.dataset === 'synthetic' ? 'synthetic' : undefined,
    by: parts.length === 0 ? undefined : Object.keys(others).join(','),
    part: parts.length === 0 ? undefined : parts.join(','),
    office: own === undefined || filled.office === own ? undefined : filled.office,
    vintage: provenance.vintage ?? undefined,
  };
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined));
}
