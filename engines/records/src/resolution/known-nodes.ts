import type { Session } from '@zhiheng/lake';

/**
 * Table `known_nodes {node, key, party, origin, since}`: what the registry of the release before (`base_party_keys`) knows of
 * each node: by its own key; where that is new, by the name under which it was known without a code, or before its place was
 * known as well as now. A name that was another code's says nothing, nor does one that two may have become.
 */
export async function writeKnownNodes(session: Session): Promise<void> {
  await session.run(
    `CREATE TABLE base_codes AS SELECT DISTINCT party FROM base_party_keys WHERE starts_with(key, 'code:')`,
  );
  await session.run(`CREATE TABLE known_nodes AS
    SELECT n.node, b.key, b.party, b.origin, b.since FROM nodes AS n JOIN base_party_keys AS b ON b.key = n.node_key`);
  await session.run(`INSERT INTO known_nodes
    SELECT DISTINCT s.node, b.key, b.party, b.origin, b.since FROM folded_strings AS f
    JOIN string_nodes AS s ON s.string = f.string JOIN base_party_keys AS b ON b.key = f.name_key
    WHERE f.code IS NOT NULL AND s.node NOT IN (SELECT node FROM known_nodes)
      AND b.party NOT IN (SELECT party FROM base_codes)
      AND f.name_key NOT IN (SELECT node_key FROM nodes)
      AND f.name_key IN (SELECT name_key FROM folded_strings GROUP BY name_key HAVING count(DISTINCT code) = 1)`);
  const kept = (place: string) => `SELECT s.node, concat(
      CASE WHEN f.person IS NULL THEN concat('name:', f.folded) ELSE concat('person:', f.person) END, '|', ${place}) AS key
    FROM folded_strings AS f JOIN string_nodes AS s ON s.string = f.string
    WHERE f.code IS NULL AND f.city <> ${place} AND s.node NOT IN (SELECT node FROM known_nodes)`;
  await session.run(`CREATE TABLE vaguer_keys AS ${kept('f.province')} UNION ${kept("'XX'")}`);
  await session.run(`INSERT INTO known_nodes
    SELECT v.node, b.key, b.party, b.origin, b.since FROM vaguer_keys AS v JOIN base_party_keys AS b ON b.key = v.key
    WHERE v.key NOT IN (SELECT node_key FROM nodes)
      AND v.key IN (SELECT key FROM vaguer_keys GROUP BY key HAVING count(DISTINCT node) = 1)`);
}
