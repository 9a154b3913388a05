/** Where each of the 34 provincial units stands on the grid: column and row from the north-west, and its letter code (GB/T 2260). */
export interface TilePlace {
  readonly area: string;
  readonly letters: string;
  readonly column: number;
  readonly row: number;
}

const grid = [
  '.  .  .  .  .  .  .  HL:230000',
  '.  .  .  .  NM:150000 BJ:110000 LN:210000 JL:220000',
  'XJ:650000 .  GS:620000 NX:640000 SX:140000 HE:130000 TJ:120000 .',
  '.  .  QH:630000 SN:610000 HA:410000 SD:370000 . .',
  '.  XZ:540000 SC:510000 CQ:500000 HB:420000 AH:340000 JS:320000 SH:310000',
  '.  .  YN:530000 GZ:520000 HN:430000 JX:360000 ZJ:330000 .',
  '.  .  .  GX:450000 GD:440000 FJ:350000 . TW:710000',
  '.  .  .  HI:460000 MO:820000 HK:810000 . .',
];

export const columns = 8;
export const rows = grid.length;

export const tilePlaces: readonly TilePlace[] = grid.flatMap((line, row) =>
  line.split(/\s+/).flatMap((cell, column) => {
    const [letters, area] = cell.split(':');
    return letters === undefined || area === undefined ? [] : [{ area, letters, column, row }];
  }),
);
