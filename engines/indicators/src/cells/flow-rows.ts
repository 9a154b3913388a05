import type { Dialect } from '@zhiheng/expressions';
import { withParts } from '../compute/sql-parts.js';
import { isShared } from '../definition.js';
import type { Request } from './request.js';
import { holdsAnything } from './set-form.js';
import { type KeptCells, seriesOf, wideParts } from './set-sql.js';
import { byMonth } from './spans.js';

/** Rows of a flow out of its cells: what was counted in each month of a year, and the shares of it. */
export function flowRows(request: Request, cells: KeptCells, dialect: Dialect): string {
  const prefixes = isShared(request.planned.definition) ? ['m', 'v'] : ['m'];
  const months = prefixes.map((prefix) => byMonth((month) => `${prefix}${month}`));
  return withParts(
    wideParts(request, cells, dialect),
    `SELECT ${seriesOf(request)}, ${months.join(', ')}
FROM wide
WHERE ${prefixes.map(holdsAnything).join(' OR ')}`,
  );
}
