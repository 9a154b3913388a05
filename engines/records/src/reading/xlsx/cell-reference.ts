const letters = 26;
/** Sheets end at column XFD and row 1,048,576. */
export const lastColumn = 16_383;
export const lastRow = 1_048_576;

/** Column of a cell or range corner from 0: `B12` → 1; null when it starts with no column of a sheet. */
export function columnIndex(reference: string): number | null {
  let index = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    index = index * letters + (code - 64);
    if (index > lastColumn + 1) return null;
  }
  return at === 0 ? null : index - 1;
}

/** Letters of a column counted from 0: 1 → `B`. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / letters)) {
    name = String.fromCharCode(65 + ((rest - 1) % letters)) + name;
  }
  return name;
}
