import type { Dialect } from '@zhiheng/expressions';
import { withParts } from '../compute/sql-parts.js';
import type { Request } from './request.js';
import { type KeptCells, observationColumns, wideParts } from './set-sql.js';
import { inSpan } from './spans.js';

/** Observations of a flow out of its cells. */
export function flowRows(request: Request, cells: KeptCells, dialect: Dialect): string {
  const n = inSpan('m');
  return withParts(
    wideParts(request, cells, dialect),
    `${observationColumns(request, { value: n, n })}
FROM wide CROSS JOIN span
WHERE ${n} <> 0`,
  );
}
