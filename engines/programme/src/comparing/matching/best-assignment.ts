/** A row of weights. */
type Weights = readonly number[] | Float64Array;

/**
 * Pairs rows with columns so that the sum of their weights is greatest (H. W. Kuhn, "The Hungarian method for the assignment
 * problem", 1955, in the form with potentials by rows). `weights[row][column]` is not below 0. Gives the column of each row,
 * null where a row is left over. The same weights give the same pairs.
 */
export function bestAssignment(weights: readonly Weights[]): (number | null)[] {
  const rows = weights.length;
  const columns = weights[0]?.length ?? 0;
  if (rows === 0 || columns === 0) return weights.map(() => null);
  if (rows > columns) {
    const turned = Array.from({ length: columns }, (_, column) => weights.map((row) => row[column] ?? 0));
    const of = bestAssignment(turned);
    return weights.map((_, row) => {
      const column = of.indexOf(row);
      return column < 0 ? null : column;
    });
  }
  let most = 0;
  for (const row of weights) for (const weight of row) if (weight > most) most = weight;
  // Index 0 stands for "none"; rows and columns count from 1.
  const ofRow = new Float64Array(rows + 1);
  const ofColumn = new Float64Array(columns + 1);
  const rowAt = new Int32Array(columns + 1);
  const cameFrom = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const seen = new Uint8Array(columns + 1);
    let at = 0;
    rowAt[0] = row;
    do {
      seen[at] = 1;
      const current = rowAt[at] ?? 0;
      const costs = weights[current - 1] ?? [];
      const own = ofRow[current] ?? 0;
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let column = 1; column <= columns; column += 1) {
        if (seen[column] === 1) continue;
        const reduced = most - (costs[column - 1] ?? 0) - own - (ofColumn[column] ?? 0);
        if (reduced < (least[column] ?? 0)) {
          least[column] = reduced;
          cameFrom[column] = at;
        }
        if ((least[column] ?? 0) < step) {
          step = least[column] ?? 0;
          next = column;
        }
      }
      for (let column = 0; column <= columns; column += 1) {
        if (seen[column] === 1) {
          const matched = rowAt[column] ?? 0;
          ofRow[matched] = (ofRow[matched] ?? 0) + step;
          ofColumn[column] = (ofColumn[column] ?? 0) - step;
        } else least[column] = (least[column] ?? 0) - step;
      }
      at = next;
    } while (rowAt[at] !== 0);
    while (at !== 0) {
      const from = cameFrom[at] ?? 0;
      rowAt[at] = rowAt[from] ?? 0;
      at = from;
    }
  }
  const assigned: (number | null)[] = weights.map(() => null);
  for (let column = 1; column <= columns; column += 1) {
    const row = rowAt[column] ?? 0;
    if (row > 0) assigned[row - 1] = column - 1;
  }
  return assigned;
}
