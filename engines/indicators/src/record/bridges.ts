/** Dimensions in which a record can lie several times: SQL of `id, value`, each pair once. */
const bridges: Readonly<Record<string, string>> = {
  ipc_section: classesOf(1),
  ipc_subclass: classesOf(4),
};

/** Dimensions of which a record has one value or none, beside its kind. */
export const singleDimensions = ['route', 'holder_type', 'outcome', 'department'] as const;

export function isBridged(dimension: string): boolean {
  return Object.hasOwn(bridges, dimension);
}

export function bridgeSql(dimension: string): string {
  return bridges[dimension] ?? '';
}

function classesOf(length: number): string {
  const start = `substr(replace(symbol, ' ', ''), 1, ${length})`;
  return `SELECT DISTINCT id, ${start} AS value
FROM patent_classes
WHERE scheme = 'ipc' AND length(${start}) = ${length}`;
}
