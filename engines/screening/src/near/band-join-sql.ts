import { bands } from './signature.js';

/**
 * The join of bands as plain SQL over a table `text_bands(text, band, bucket)`, of whole numbers, a row a text and band: the candidates that
 * {@link joinBands} finds where no bucket is over its cap. For engines that many machines run; here typed arrays join the columns as they lie, without 32 rows a text.
 */
export const bandJoinSql = `SELECT DISTINCT a.text AS one, b.text AS other
FROM text_bands AS a JOIN text_bands AS b ON b.band = a.band AND b.bucket = a.bucket AND b.text > a.text
ORDER BY 1, 2`;

/** The rows of that table for texts with these keys, band by band. */
export function* bandRows(
  keys: readonly Uint32Array[],
): Generator<readonly [text: number, band: number, bucket: number]> {
  for (let band = 0; band < bands; band += 1) {
    for (const [text, bucket] of (keys[band] ?? []).entries()) yield [text, band, bucket];
  }
}
