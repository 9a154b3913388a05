import { type Dialect, dialects } from '@zhiheng/expressions';

/** Bits that a column of masks holds: one fewer than fit, so that it is a number without a sign everywhere. */
const bitsOfColumn = 62;

/** A test that every record was asked: which bit of which column tells that it held. */
export interface MaskBit {
  readonly column: string;
  /** The number of the bit alone. */
  readonly bit: string;
}

export function maskBit(index: number): MaskBit {
  return { column: `mask${Math.floor(index / bitsOfColumn)}`, bit: String(2n ** BigInt(index % bitsOfColumn)) };
}

/** Names of the columns that so many tests need. */
export function maskColumns(tests: number): string[] {
  return Array.from({ length: Math.ceil(tests / bitsOfColumn) }, (_, index) => `mask${index}`);
}

/** The bits of some tests, added up by column. */
export function maskNumbers(tests: Iterable<number>): Map<string, string> {
  const sums = new Map<string, bigint>();
  for (const index of new Set(tests)) {
    const { column, bit } = maskBit(index);
    sums.set(column, (sums.get(column) ?? 0n) + BigInt(bit));
  }
  return new Map([...sums].map(([column, sum]) => [column, String(sum)]));
}

/** SQL that is true where all of these tests held. */
export function allHold(tests: Iterable<number>, dialect: Dialect = dialects.duckdb): string {
  const parts = [...maskNumbers(tests)].map(([column, bits]) => `${dialect.sharedBits(column, bits)} = ${bits}`);
  return parts.length === 0 ? '1 = 1' : parts.join(' AND ');
}

/** SQL of a column of masks over the columns of `record`: the bits of the tests that hold there. */
export function maskSql(column: string, tests: readonly { readonly sql: string }[]): string {
  const bits = tests.flatMap(({ sql }, index) => {
    const { column: of, bit } = maskBit(index);
    return of === column ? [`CASE WHEN ${sql} THEN CAST(${bit} AS BIGINT) ELSE 0 END`] : [];
  });
  return bits.join('\n  + ');
}
