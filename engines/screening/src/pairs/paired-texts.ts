import type { TextField, TextPair } from '../near/model.js';
import type { ScreenedSession } from '../screened-session.js';
import { type ApplicationFacts, factsOfApplications } from './application-facts.js';
import { type Relation, relationOf } from './relation.js';

/** The texts of an application as the release has them. */
export interface Texts {
  readonly title: string | null;
  readonly abstract: string | null;
  readonly claim: string | null;
}

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
  readonly textsOf: (id: string) => Texts;
}

const noTexts: Texts = { title: null, abstract: null, claim: null };

/** Brings pairs of texts together by applications, and reads what detectors ask of those. Titles alone that are alike are no clue: such pairs are left out. */
export async function readPairedTexts(session: ScreenedSession, found: readonly TextPair[]): Promise<PairedTexts> {
  const bodies = found.filter(({ field }) => field !== 'title');
  const facts = await factsOfApplications(
    session,
    bodies.flatMap(({ a, b }) => [a, b]),
  );
  const rows = await session.rows<{ id: string } & Texts>(
    `SELECT t.id, t.title, t.abstract, t.first_claim AS claim FROM patent_texts AS t JOIN asked_application AS asked ON asked.id = t.id`,
  );
  const texts = new Map(rows.map(({ id, ...told }) => [id, told]));
  const related = await relatedAmong(session);
  const byPair = new Map<string, Map<TextField, TextPair>>();
  for (const { a, b } of bodies) byPair.set(`${a} ${b}`, new Map());
  for (const pair of found) {
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
  return { pairs, textsOf: (id) => texts.get(id) ?? noTexts };
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
