import type { Dialect } from '@zhiheng/expressions';
import { withParts } from '../compute/sql-parts.js';
import type { Request } from './request.js';
import { holdsAnything } from './set-form.js';
import { type KeptCells, seriesOf, wideParts } from './set-sql.js';
import { byMonth } from './spans.js';

/** Rows of a flow out of its cells: what was counted in each month of a year. */
export function flowRows(request: Request, cells: KeptCells, dialect: Dialect): string {
  return withParts(
    wideParts(request, cells, dialect),
    `SELECT ${seriesOf(request)}, ${byMonth((month) => `m${month}`)}
FROM wide
WHERE ${holdsAnything('m')}`,
  );
}
