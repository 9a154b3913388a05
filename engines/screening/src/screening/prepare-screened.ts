import type { HolderKeySql, ScreenedSession } from '../screened-session.js';

/**
 * Keeps `screened`: a row an application with a filing day, of the holder that filed it first named, and with the class (`A01`) of its
 * first symbol as its field; what is granted is published by then. `party` is the holder as the release resolved it, else what tells the holder apart. Keeps `screened_owner` and
 * `related_party` beside it, and `inventor`. Gives the number of applications that have no filing day: no rule is for them.
 */
export async function prepareScreened(session: ScreenedSession, holderKey: HolderKeySql): Promise<{ undated: number }> {
  await session.keep(
    'first_holder',
    `SELECT held.id, held.area, held.address, held.holder_type, coalesce(known.party, held.holder_key) AS party
     FROM (SELECT h.id, h.area, h.address, h.holder_type, ${holderKey('h')} AS holder_key,
             row_number() OVER (PARTITION BY h.id ORDER BY coalesce(h.from_on, DATE '0001-01-01'), h.position) AS place
           FROM patent_holders AS h) AS held
     LEFT JOIN (SELECT key, min(party) AS party FROM party_names GROUP BY key) AS known ON known.key = held.holder_key
     WHERE held.place = 1`,
  );
  await session.keep(
    'first_class',
    `SELECT id, substr(symbol, 1, 3) AS field FROM (SELECT id, symbol, row_number() OVER (PARTITION BY id ORDER BY position, symbol) AS place
     FROM patent_classes WHERE symbol IS NOT NULL) AS told WHERE place = 1`,
  );
  await session.keep(
    'screened',
    `SELECT p.id, p.filed_on, CASE WHEN st.granted_on < p.published_on THEN st.granted_on ELSE coalesce(p.published_on, st.granted_on) END AS published_on, p.kind, p.family, p.agency, p.claim_count, h.party, h.area, h.address, h.holder_type, c.field
     FROM patents AS p LEFT JOIN patent_states AS st ON st.id = p.id LEFT JOIN first_holder AS h ON h.id = p.id LEFT JOIN first_class AS c ON c.id = p.id
     WHERE p.filed_on IS NOT NULL`,
  );
  await session.keep(
    'screened_owner',
    `SELECT o.id, o.stage, o.from_on, ${holderKey('o')} AS holder_key,
       coalesce((SELECT min(n.party) FROM party_names AS n WHERE n.key = ${holderKey('o')}), ${holderKey('o')}) AS party
     FROM patent_owners AS o WHERE o.position = 1`,
  );
  await session.keep(
    'related_party',
    `SELECT a, b, relation FROM party_pairs UNION SELECT b AS a, a AS b, relation FROM party_pairs`,
  );
  await session.keep(
    'inventor',
    `SELECT DISTINCT id, pseudonym FROM patent_people WHERE role = 'inventor' AND pseudonym IS NOT NULL`,
  );
  const [row] = await session.rows<{ n: number }>('SELECT count(*) AS n FROM patents WHERE filed_on IS NULL');
  return { undated: row?.n ?? 0 };
}
