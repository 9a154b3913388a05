import type { ComparedValue } from '@zhiheng/office';
import type { ExplainedQuery } from '../../api/vintage-queries.js';

/** A figure of two vintages, as it stands in an address. */
export type ComparedCell = Omit<ExplainedQuery, 'before' | 'after' | 'part'>;

const names = ['indicator', 'area', 'period', 'by', 'statistic', 'dataset', 'office'] as const;

/** The figure of a row, as text for the address. */
export function cellOf(row: ComparedValue): string {
  return cellText({ ...row, by: byOf(row), statistic: row.statistic ?? undefined });
}

export function cellText(cell: ComparedCell): string {
  return names.map((name) => cell[name] ?? '').join('~');
}

/** The figure behind a text; null for a text of another form. */
export function readCell(text: string | undefined): ComparedCell | null {
  const values = text?.split('~');
  if (values?.length !== names.length) return null;
  const [indicator = '', area = '', period = '', by, statistic, dataset, office] = values;
  if (indicator === '' || area === '' || period === '') return null;
  const told = (value: string | undefined) => (value === '' ? undefined : value);
  const more = { by: told(by), statistic: told(statistic), dataset: told(dataset), office: told(office) };
  return { indicator, area, period, ...more };
}

/** The breakdown of a row, as it is asked for; undefined for the total. */
export function byOf({ breakdown }: Pick<ComparedValue, 'breakdown'>): string | undefined {
  const parts = Object.entries(breakdown).map(([dimension, value]) => `${dimension}=${value}`);
  return parts.length === 0 ? undefined : parts.join(',');
}
