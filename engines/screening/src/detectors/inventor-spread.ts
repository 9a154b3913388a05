import { type Day, dayNumber } from '@zhiheng/vocabulary';
import { scaled } from '../clues/strength.js';
import { threshold } from '../rules/read-rules.js';
import type { RuleSpan } from '../rules/rule.js';
import type { ScreenedSession } from '../screened-session.js';
import { components } from './components.js';
import { type Detector, type Evidence, type Finding, nothing, othersAmong } from './detector.js';
import { differentWithin, fullestWindows, type Window } from './fullest-window.js';
import { spanSql } from './pair-facts.js';
import { sorted } from './recombination.js';

interface Invention {
  readonly id: string;
  readonly inventor: string;
  readonly filed: Day;
  readonly party: string;
  readonly field: string | null;
  readonly holderType: string | null;
  /** Applications that tell this inventor, at any time. */
  readonly everywhere: number;
}

interface Asked {
  readonly holders: number;
  readonly fields: number;
  readonly within: number;
  /** How many times as many applications as the name has elsewhere in as much time. */
  readonly times: number;
}

/**
 * Inventors that stand, within some days, in applications of several holders whom nothing connects, in several fields, and far more often than
 * at other times: a name that many people bear comes up all the time. Parties that the release connects count as one where the rule says so; those of
 * universities not at all. Nothing is told where the release holds less than twice as much time.
 */
export const inventorSpread: Detector = async ({ session }, rule, span) => {
  const asked: Asked = {
    ...{ holders: threshold(span, 'holders'), fields: threshold(span, 'fields') },
    ...{ within: threshold(span, 'within'), times: threshold(span, 'times') },
  };
  const rest = (await daysOf(session)) - asked.within;
  const inventions = await inventionsOf(session, span, asked, rest);
  if (rest < asked.within) {
    return { findings: [], excepted: {}, withoutCohort: new Set(inventions.map(({ id }) => id)).size };
  }
  const linked = rule.exceptions.includes('related-parties')
    ? await linksAmong(session, inventions)
    : new Map<string, string[]>();
  const spares = rule.exceptions.includes('universities');
  const findings = new Map<string, Finding>();
  const excepted = { universities: new Set<string>(), 'related-parties': new Set<string>() };
  for (const own of byInventor(inventions)) {
    const windows = fullestWindows(
      own.map(({ filed }) => dayNumber(filed)),
      asked.within,
      differentWithin(own.map(({ party }) => party)),
    );
    const judged = new Map<Window, Judged>();
    const evidences = new Map<Window, (own: string) => Evidence>();
    for (const [index, one] of own.entries()) {
      const part = windows[index] as Window;
      const judgement = judged.get(part) ?? judge(own, part, { asked, rest, spares, linked });
      judged.set(part, judgement);
      if (judgement.excepted !== null) excepted[judgement.excepted].add(one.id);
      const { told } = judgement;
      if (told === null) continue;
      const known = findings.get(one.id);
      if (known !== undefined && known.statistic >= told.unrelatedHolders) continue;
      const evidenceOf = evidences.get(part) ?? evidenceIn(own.slice(part.from, part.to), told, asked);
      evidences.set(part, evidenceOf);
      findings.set(one.id, {
        application: one.id,
        statistic: told.unrelatedHolders,
        strength: scaled(told.unrelatedHolders, [asked.holders, 3 * asked.holders], [0.4, 1]),
        evidence: evidenceOf(one.id),
      });
    }
  }
  const left = (ids: ReadonlySet<string>) => [...ids].filter((id) => !findings.has(id)).length;
  return {
    findings: sorted([...findings.values()]),
    excepted: { universities: left(excepted.universities), 'related-parties': left(excepted['related-parties']) },
    withoutCohort: 0,
  };
};

/** What a window tells; nothing where it does not meet the numbers, or an exception is made. */
interface Judged {
  readonly told: {
    readonly filings: number;
    readonly holders: number;
    readonly unrelatedHolders: number;
    readonly fields: number;
    /** Applications that as much time has at other times. */
    readonly expected: number;
  } | null;
  readonly excepted: 'universities' | 'related-parties' | null;
}

/** What each application of a window shows. */
function evidenceIn(window: readonly Invention[], told: NonNullable<Judged['told']>, { within }: Asked) {
  const facts = { inventor: window[0]?.inventor ?? '', ...told, within };
  const othersOf = othersAmong(window, ({ filed, field }) => ({ filed, field }));
  return (own: string): Evidence => ({ ...nothing, facts, ...othersOf(own) });
}

interface Ground {
  readonly asked: Asked;
  /** Days of the release beside a window. */
  readonly rest: number;
  readonly spares: boolean;
  /** Parties that the release connects with a party. */
  readonly linked: ReadonlyMap<string, readonly string[]>;
}

const unmet: Judged = { told: null, excepted: null };

function judge(own: readonly Invention[], { from, to }: Window, { asked, rest, spares, linked }: Ground): Judged {
  const everywhere = own[from]?.everywhere ?? 0;
  const expected = (Math.max(0, everywhere - (to - from)) * asked.within) / rest;
  if (to - from < asked.times * expected) return unmet;
  const window = own.slice(from, to);
  const holders = new Set(window.map(({ party }) => party)).size;
  const fields = new Set(window.flatMap(({ field }) => field ?? [])).size;
  if (holders < asked.holders || fields < asked.fields) return unmet;
  const free = spares ? window.filter(({ holderType }) => !isResearch(holderType)) : window;
  const parties = [...new Set(free.map(({ party }) => party))];
  if (parties.length < asked.holders) return { told: null, excepted: 'universities' };
  const links = parties.flatMap((party) => (linked.get(party) ?? []).map((other) => [party, other] as const));
  const unrelatedHolders = components(parties, links).length;
  if (unrelatedHolders < asked.holders) return { told: null, excepted: 'related-parties' };
  return { told: { filings: to - from, holders, unrelatedHolders, fields, expected }, excepted: null };
}

/** Days from the first filing of a release to its last. */
async function daysOf(session: ScreenedSession): Promise<number> {
  const [row] = await session.rows<{ first: Day | null; last: Day | null }>(
    'SELECT min(filed_on) AS first, max(filed_on) AS last FROM screened',
  );
  return row?.first == null || row.last == null ? 0 : dayNumber(row.last) - dayNumber(row.first) + 1;
}

/** What `spread_named` of a session was kept by: the same for all spans that ask for as many holders, fields and days. */
const keptBy = new WeakMap<ScreenedSession, string>();

/**
 * Keeps `spread_named`: applications by each inventor of at least so many, with the stretch of months that each was filed in; and `spread_crowded`: by inventor how many
 * applications there are, and how many in the two neighbouring stretches with most.
 */
async function keepNamed(session: ScreenedSession, fewest: number, stretch: number): Promise<void> {
  const key = `${fewest} ${stretch}`;
  if (keptBy.get(session) === key) return;
  await session.keep(
    'spread_named',
    `SELECT i.pseudonym, s.id, s.filed_on, s.party, s.field, s.holder_type,
       CAST(floor((extract(year FROM s.filed_on) * 12 + extract(month FROM s.filed_on)) / ${stretch}) AS INTEGER) AS stretch
     FROM inventor AS i JOIN (SELECT pseudonym FROM inventor GROUP BY pseudonym HAVING count(*) >= ${fewest}) AS busy
       ON busy.pseudonym = i.pseudonym JOIN screened AS s ON s.id = i.id`,
  );
  await session.keep(
    'spread_crowded',
    `WITH counted AS (SELECT pseudonym, stretch, count(*) AS n FROM spread_named GROUP BY pseudonym, stretch)
     SELECT a.pseudonym, max(a.n + coalesce(b.n, 0)) AS most, sum(a.n) AS everywhere
     FROM counted AS a LEFT JOIN counted AS b ON b.pseudonym = a.pseudonym AND b.stretch = a.stretch + 1 GROUP BY a.pseudonym`,
  );
  keptBy.set(session, key);
}

/**
 * Applications of inventors that could be meant: who has as many applications as holders are asked for, enough holders and fields at any distance in time, and in two stretches of months that are
 * together longer than any window enough applications beside all others.
 */
async function inventionsOf(
  session: ScreenedSession,
  span: RuleSpan,
  { holders, fields, within, times }: Asked,
  rest: number,
): Promise<Invention[]> {
  await keepNamed(session, Math.max(holders, fields), Math.ceil(within / 28));
  const rate = rest < within ? 0 : (times * within) / rest;
  return session.rows<Invention>(
    `WITH crowded AS (
       SELECT pseudonym, everywhere FROM spread_crowded AS c WHERE c.most >= ${rate} * (c.everywhere - c.most)
     ), spread AS (
       SELECT s.pseudonym, CAST(max(c.everywhere) AS INTEGER) AS everywhere
       FROM spread_named AS s JOIN crowded AS c ON c.pseudonym = s.pseudonym WHERE ${spanSql(span)}
       GROUP BY s.pseudonym HAVING count(DISTINCT s.party) >= ${holders} AND count(DISTINCT s.field) >= ${fields}
     )
     SELECT s.id, s.pseudonym AS inventor, s.filed_on AS filed, s.party, s.field, s.holder_type AS "holderType", m.everywhere
     FROM spread_named AS s JOIN spread AS m ON m.pseudonym = s.pseudonym
     WHERE ${spanSql(span)} AND s.party IS NOT NULL ORDER BY s.pseudonym, s.filed_on, s.id`,
  );
}

/** What the release connects among the holders of some applications, by either of two. */
async function linksAmong(session: ScreenedSession, inventions: readonly Invention[]): Promise<Ground['linked']> {
  await session.registerTable(
    'spread_party',
    { party: 'text' },
    [...new Set(inventions.map(({ party }) => party))].map((party) => [party]),
  );
  const rows = await session.rows<{ a: string; b: string }>(
    `SELECT a, b FROM related_party WHERE a IN (SELECT party FROM spread_party) AND b IN (SELECT party FROM spread_party)`,
  );
  const linked = new Map<string, string[]>();
  for (const { a, b } of rows) {
    const known = linked.get(a);
    if (known === undefined) linked.set(a, [b]);
    else known.push(b);
  }
  return linked;
}

function byInventor(inventions: readonly Invention[]): Invention[][] {
  const by = new Map<string, Invention[]>();
  for (const one of inventions) {
    const known = by.get(one.inventor);
    if (known === undefined) by.set(one.inventor, [one]);
    else known.push(one);
  }
  return [...by.values()];
}

function isResearch(holderType: string | null): boolean {
  return holderType === 'university' || holderType === 'institute';
}
