import type { Session } from '@zhiheng/lake';

/**
 * Tables of what is one party from the start, by key: `nodes {node, node_key, code, person}` numbered from 0 in the order of
 * keys, `string_nodes {string, node}`, and `node_names`: the folded names of each.
 */
export async function writeNodes(session: Session): Promise<void> {
  await session.run(`CREATE TABLE nodes AS
    SELECT row_number() OVER (ORDER BY node_key) - 1 AS node, node_key, max(code) AS code, max(person) AS person
    FROM folded_strings GROUP BY node_key`);
  await session.run(`CREATE TABLE string_nodes AS
    SELECT f.string, n.node FROM folded_strings AS f JOIN nodes AS n ON n.node_key = f.node_key`);
  await session.run(`CREATE TABLE node_names AS
    SELECT n.node, f.folded, f.full_name, f.city, f.province, max(f.code) AS code
    FROM folded_strings AS f JOIN string_nodes AS n ON n.string = f.string
    WHERE f.person IS NULL GROUP BY n.node, f.folded, f.full_name, f.city, f.province`);
}

/** What sets each node apart by its code, by the node's number: no two have the same code. Null where it has none. */
export async function codesOfNodes(session: Session): Promise<(number | null)[]> {
  const codes: (number | null)[] = [];
  const nodes = session.stream<{ node: number; coded: boolean }>(
    'SELECT node, code IS NOT NULL AS coded FROM nodes ORDER BY node',
  );
  for await (const batch of nodes) for (const { node, coded } of batch) codes.push(coded ? node : null);
  return codes;
}
