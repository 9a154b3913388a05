/** The letters of a column counted from 0: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  const before = Math.floor(index / 26);
  return (before === 0 ? '' : columnLetters(before - 1)) + String.fromCharCode(65 + (index % 26));
}

/** `B3` for column 1 and row 3; rows count from 1. */
export function cellName(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}
