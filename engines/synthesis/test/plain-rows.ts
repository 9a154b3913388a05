/** A row of the generator's CSV, read the plain way: split at commas, named by the header. */
export type PlainRow = Record<string, string>;

export function plainRows(csv: string): PlainRow[] {
  const [header = '', ...lines] = csv.trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const fields = line.split(',');
    if (fields.length !== names.length) throw new Error(`a row of ${fields.length} fields: ${line}`);
    return Object.fromEntries(names.map((name, index) => [name, fields[index] ?? '']));
  });
}
