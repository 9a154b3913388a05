import type { TextField, TextPair } from '../near/model.js';
import type { ScreenedSession } from '../screened-session.js';
import { type ApplicationFacts, factsOfApplications } from './application-facts.js';
import { AskedTexts, type TextsAtHand } from './asked-texts.js';
import { type Relation, relationOf } from './relation.js';

/** Two applications whose abstracts or first claims are alike; `a` is the earlier. */
export interface PairedApplications {
  readonly a: ApplicationFacts;
  readonly b: ApplicationFacts;
  readonly relation: Relation;
  /** What was found, by the field of the texts. */
  readonly fields: ReadonlyMap<TextField, TextPair>;
}

/** What was found in texts, with what is known of the applications. */
export interface PairedTexts {
  readonly pairs: readonly PairedApplications[];
  /** What can be asked of the texts of applications that are in a pair. */
  readonly texts: AskedTexts;
}

/** Brings pairs of texts together by applications, and reads what detectors ask of those. Titles alone that are alike are no clue: such pairs are left out. */
export async function readPairedTexts(
  session: ScreenedSession,
  found: readonly TextPair[],
  atHand: TextsAtHand,
): Promise<PairedTexts> {
  const bodies = found.filter(({ field }) => field !== 'title');
  const facts = await factsOfApplications(
    session,
    bodies.flatMap(({ a, b }) => [a, b]),
  );
  const texts = await AskedTexts.open(session, atHand);
  const { came } = atHand;
  const news = bodies.filter(({ a, b }) => came === null || came.has(a) || came.has(b));
  if (news.length > 0) await texts.read([...new Set(news.flatMap(({ a, b }) => [a, b]))]);
  const related = await relatedAmong(session);
  const byPair = new Map<string, Map<TextField, TextPair>>();
  for (const { a, b } of bodies) byPair.set(`${a} ${b}`, new Map());
  for (const pair of found) {
    if (!facts.has(pair.a) || !facts.has(pair.b)) continue;
    const fields = byPair.get(`${pair.a} ${pair.b}`);
    if (fields === undefined) continue;
    const known = fields.get(pair.field);
    if (known === undefined || known.jaccard < pair.jaccard) fields.set(pair.field, pair);
  }
  const pairs = [...byPair.values()].flatMap((fields) => {
    const [one] = fields.values();
    const [a, b] = [facts.get(one?.a ?? ''), facts.get(one?.b ?? '')];
    if (a === undefined || b === undefined) return [];
    return [{ a, b, fields, relation: relationOf(a, b, (one, other) => related.has(`${one} ${other}`)) }];
  });
  return { pairs, texts };
}

/** Pairs of parties among the holders of the applications at hand that the release tells as related; that two may be the same is a proposal, and speaks against nobody. */
async function relatedAmong(session: ScreenedSession): Promise<ReadonlySet<string>> {
  const rows = await session.rows<{ a: string; b: string }>(
    `SELECT r.a, r.b FROM related_party AS r WHERE r.relation = 'related' AND r.a IN (SELECT s.party FROM screened AS s JOIN asked_application AS asked ON asked.id = s.id)`,
  );
  return new Set(rows.map(({ a, b }) => `${a} ${b}`));
}

/** The pair of bodies (abstract or first claim) that are most alike; null where only titles are. */
export function closestBody({ fields }: PairedApplications): TextPair | null {
  const bodies = (['claim', 'abstract'] as const).flatMap((field) => fields.get(field) ?? []);
  return bodies.reduce<TextPair | null>(
    (best, one) => (best === null || one.jaccard > best.jaccard ? one : best),
    null,
  );
}
