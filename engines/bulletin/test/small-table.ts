import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Definition, type FigureRow, formatBreakdown, readDefinitions } from '@zhiheng/indicators';
import { AreaDirectory, type Breakdown, type Status } from '@zhiheng/vocabulary';
import { readTable } from '../src/definition-file/read-table.js';
import type { FilledTable } from '../src/filled-table.js';
import type { AskFigures, FigureQuestion } from '../src/filling/figures-asked.js';
import { fillTable } from '../src/filling/fill-table.js';
import { readMemoAreas } from '../src/memo-areas.js';

export const committed = resolve(import.meta.dirname, '../../../definitions');
const read = (name: string) => readFileSync(resolve(committed, 'reference', name), 'utf8');
export const areas = new AreaDirectory(read('areas.csv'));
export const definitions: readonly Definition[] = readDefinitions(committed);
export const context = { definitions, areas };
const memo = readMemoAreas(read('memo-areas.csv'));

/** A table file with these sheets, as YAML. */
export function tableText(sheets: string): string {
  return `id: small
names: { zh-Hans: 小表, zh-Hant: 小表, en: Small }
summary: { zh-Hans: 小表, zh-Hant: 小表, en: Small }
period: year
metadata: { maker: 统计局, recorder: , record_number: "国统办函[2016]445号", valid_until: "2019-01" }
source: { text: 年报 }
provisional: false
sheets:
${sheets}`;
}

/** A value by `indicator area period kind`, with its status where it is not final. */
export type Told = Readonly<Record<string, number | readonly [number | null, Status]>>;

/** Figures as told; what is not told has no row. */
export function figuresOf(told: Told, asked: FigureQuestion[] = []): AskFigures {
  return (question) => {
    asked.push(question);
    const { indicator, origin, office, dataset, statistic } = question;
    const definition = definitions.find(({ id }) => id === indicator);
    const rows = Object.entries(told).flatMap(([key, one]): FigureRow[] => {
      const [id, area = '', period = '', kind] = key.split(' ');
      if (id !== indicator || !question.areas.includes(area) || !question.periods.includes(period)) return [];
      const breakdown: Breakdown = kind === undefined ? {} : { kind };
      if ((question.by ?? '').startsWith('kind') !== (kind !== undefined)) return [];
      const [value, status] = typeof one === 'number' ? [one, 'final' as const] : one;
      const row = { indicator, office, area, period, breakdown, statistic, value, status, origin, dataset };
      const rest = {
        bound: null,
        precision: null,
        numerator: null,
        denominator: null,
        vintage: 'v1',
        publication: null,
      };
      return [{ ...row, ...rest, unit: definition?.unit ?? 'patents' }];
    });
    return Promise.resolve(
      rows.filter(({ breakdown }) => question.by !== 'kind' || formatBreakdown(breakdown) !== null),
    );
  };
}

/** A table of these sheets filled for 2022. */
export function filledWith(
  sheets: string,
  told: Told,
  more: {
    readonly computed?: boolean;
    readonly dataset?: 'real' | 'synthetic';
    readonly asked?: FigureQuestion[];
  } = {},
): Promise<FilledTable> {
  return fillTable(readTable(tableText(sheets), 'tables/small.yaml', context), {
    ...{ period: '2022', office: 'CN', dataset: more.dataset ?? 'real', computed: more.computed ?? true, areas, memo },
    definition: (id) => definitions.find((one) => one.id === id) ?? null,
    figures: figuresOf(told, more.asked),
  });
}
