import { dayNumber } from '@zhiheng/vocabulary';
import { groupId } from '../clues/group-id.js';
import { scaled } from '../clues/strength.js';
import type { TextGroup } from '../near/model.js';
import { type ApplicationFacts, factsOfApplications } from '../pairs/application-facts.js';
import { threshold } from '../rules/read-rules.js';
import type { ScreenedSession } from '../screened-session.js';
import { components } from './components.js';
import { type Detector, type Finding, nothing, type OtherApplication, othersBeside } from './detector.js';
import { inSpan } from './pair-facts.js';
import { sorted } from './recombination.js';

/** What can connect holders of several names; an agency alone connects nobody, since it serves many. */
const connections = ['holder', 'address', 'agent', 'inventor', 'contact'] as const;
type Connection = (typeof connections)[number];

/** One thing that several applications of a group have in common. */
interface Shared {
  readonly connection: Connection;
  readonly members: ReadonlySet<string>;
}

/**
 * Within groups of texts alike: applications of several holders that addresses, agents, inventors or contacts connect, filed in different areas, or
 * one after another with no more than `gap` days between. Several applications of one holder are none.
 */
export const scatteredFiling: Detector = async ({ session, groups }, rule, span) => {
  const facts = await factsOfApplications(session, groups.flatMap(membersOf));
  const people = await peopleOf(session);
  const findings = new Map<string, Finding>();
  const excepted = new Set<string>();
  for (const group of groups) {
    const members = membersOf(group).flatMap((id) => facts.get(id) ?? []);
    const shared = sharedBy(members, people);
    const sharedOf = byMember(shared);
    for (const connected of components(
      members.map(({ id }) => id),
      linksOf(shared),
    )) {
      const filings = connected.map((id) => facts.get(id) as ApplicationFacts);
      const holders = distinct(filings.map(({ party }) => party));
      const areas = distinct(filings.map(({ area }) => area));
      const gap = widestGap(filings);
      const apart = areas >= threshold(span, 'areas') || (gap >= 1 && gap <= threshold(span, 'gap'));
      if (filings.length < threshold(span, 'members') || holders < threshold(span, 'holders') || !apart) continue;
      const judged = filings.filter((one) => inSpan(one, span));
      if (rule.exceptions.includes('same-family') && isOneFamily(filings)) {
        for (const { id } of judged) excepted.add(id);
        continue;
      }
      const counts = countsOf(shared, connected);
      const told = { group: groupId(group.core), members: filings.length, holders, areas, widestGap: gap, ...counts };
      const strength = scaled(holders + areas, [3, 8], [0.5, 1]);
      for (const { id } of judged) {
        const evidence = {
          ...nothing,
          facts: told,
          ...othersBeside(id, filings, (other) => connectedTo(other, sharedOf.get(id) ?? [])),
        };
        findings.set(id, { application: id, statistic: holders, strength, evidence });
      }
    }
  }
  const left = [...excepted].filter((id) => !findings.has(id)).length;
  return { findings: sorted([...findings.values()]), excepted: { 'same-family': left }, withoutCohort: 0 };
};

function membersOf({ core, members }: TextGroup): string[] {
  return [...new Set([core, ...members])].sort();
}

interface Person {
  readonly id: string;
  readonly role: string;
  readonly pseudonym: string;
}

/** Agents, inventors and contacts of the applications at hand, by application. */
async function peopleOf(session: ScreenedSession): Promise<ReadonlyMap<string, readonly Person[]>> {
  const rows = await session.rows<Person>(
    `SELECT DISTINCT p.id, p.role, p.pseudonym FROM patent_people AS p JOIN asked_application AS asked ON asked.id = p.id
     WHERE p.pseudonym IS NOT NULL ORDER BY p.id, p.role, p.pseudonym`,
  );
  const by = new Map<string, Person[]>();
  for (const row of rows) {
    const known = by.get(row.id);
    if (known === undefined) by.set(row.id, [row]);
    else known.push(row);
  }
  return by;
}

function sharedBy(
  members: readonly ApplicationFacts[],
  people: ReadonlyMap<string, readonly Person[]>,
): readonly Shared[] {
  const told: (readonly [Connection, string, string])[] = [
    ...members.flatMap(({ id, party }) => (party === null ? [] : [['holder', party, id] as const])),
    ...members.flatMap(({ id, address }) => (address === null ? [] : [['address', address, id] as const])),
    ...members
      .flatMap(({ id }) => people.get(id) ?? [])
      .flatMap(({ id, role, pseudonym }) => {
        const connection = connections.find((one) => one === role);
        return connection === undefined ? [] : [[connection, pseudonym, id] as const];
      }),
  ];
  const by = new Map<string, { connection: Connection; members: Set<string> }>();
  for (const [connection, value, id] of told) {
    const known = by.get(`${connection} ${value}`);
    if (known === undefined) by.set(`${connection} ${value}`, { connection, members: new Set([id]) });
    else known.members.add(id);
  }
  return [...by.values()].filter((one) => one.members.size > 1);
}

/** What each application shares with others. */
function byMember(shared: readonly Shared[]): ReadonlyMap<string, readonly Shared[]> {
  const by = new Map<string, Shared[]>();
  for (const one of shared) {
    for (const id of one.members) {
      const known = by.get(id);
      if (known === undefined) by.set(id, [one]);
      else known.push(one);
    }
  }
  return by;
}

function* linksOf(shared: readonly Shared[]): Iterable<readonly [string, string]> {
  for (const { members } of shared) {
    const [first, ...rest] = members;
    for (const other of rest) yield [first as string, other];
  }
}

/** How many of each connection hold the applications together. */
function countsOf(shared: readonly Shared[], members: readonly string[]): Record<string, number> {
  const ids = new Set(members);
  // What is shared holds its members together: one of them tells for all.
  const within = shared.filter((one) => ids.has(one.members.values().next().value ?? ''));
  return Object.fromEntries(
    connections.map((connection) => [
      `shared-${connection}`,
      within.filter((one) => one.connection === connection).length,
    ]),
  );
}

function connectedTo({ id, filed, area }: ApplicationFacts, shared: readonly Shared[]): OtherApplication['facts'] {
  const common = shared.filter(({ members }) => members.has(id));
  const through = connections.filter((connection) => common.some((one) => one.connection === connection)).join(' ');
  return { filed, area, through };
}

function distinct(values: readonly (string | null)[]): number {
  return new Set(values.filter((value) => value !== null)).size;
}

/** The most days between two filings that follow each other; 0 where all are of one day. */
function widestGap(filings: readonly ApplicationFacts[]): number {
  const days = filings.map(({ filed }) => dayNumber(filed)).sort((a, b) => a - b);
  return days.slice(1).reduce((widest, day, at) => Math.max(widest, day - (days[at] ?? day)), 0);
}

function isOneFamily(filings: readonly ApplicationFacts[]): boolean {
  const [first] = filings;
  return first?.family != null && filings.every(({ family }) => family === first.family);
}
