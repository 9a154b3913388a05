const byteOrderMark = '\uFEFF';
const formulaStart = /^[=+\-@\t\r]/;

/** A CSV line. Texts that a spreadsheet would take for a formula get an apostrophe before them; numbers stay numbers. */
export function csvLine(values: readonly unknown[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}

/** Header line with the mark by which spreadsheets know UTF-8. */
export function csvHead(columns: readonly string[]): string {
  return byteOrderMark + csvLine(columns);
}

function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The label that synthetic data carries in every export; empty for real data. */
export function syntheticLabel(dataset: string): string {
  return dataset === 'synthetic' ? '模拟数据 synthetic' : '';
}
