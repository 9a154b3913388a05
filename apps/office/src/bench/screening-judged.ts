import type { Clue } from '@zhiheng/screening';

/** A line of the truth about planted groups: an application, what it was made from, and its part in the group. */
export interface PlantedMember {
  readonly group: string;
  readonly kind: string;
  readonly member: string;
  readonly role: string;
  readonly sources: readonly string[];
}

export interface Tally {
  readonly found: number;
  readonly planted: number;
}

/** What a screening found, by what was planted. */
export interface ScreeningJudged {
  /** By kind of group: members that have a clue of the family that looks for this kind. */
  readonly byFamily: Readonly<Record<string, Tally>>;
  /** By kind of group: members that have any clue. */
  readonly byAny: Readonly<Record<string, Tally>>;
  /** Share of clues, by family, about applications that were planted, members and what they were made from. */
  readonly precision: Readonly<Record<string, number>>;
  /** Share of the members of groups that are of the planted group which most of their group are of. */
  readonly groupPrecision: number;
  /** Groups, and members of them. */
  readonly groups: number;
  readonly grouped: number;
  /** Clues per 10,000 applications of those that were not planted. */
  readonly falseClues: number;
  readonly falseCluesByFamily: Readonly<Record<string, number>>;
}

/** Which families look for a kind of planted group. */
const familiesOf: Readonly<Record<string, readonly string[]>> = {
  'exact-copy': ['near-copy'],
  'title-only': ['title-only'],
  edited: ['near-copy'],
  'slots-exchanged': ['template-slots', 'near-copy'],
  recombined: ['recombination'],
  'contained-passage': ['near-copy', 'earlier-publication'],
  'earlier-publication': ['earlier-publication'],
  'other-form': ['near-copy'],
  'machine-text': ['random-text'],
  'needless-narrowing': ['claim-shape'],
  burst: ['filing-burst'],
  scattered: ['scattered-filing'],
  'early-transfer': ['early-transfer'],
  'false-inventor': ['inventor-spread'],
  'agency-rate': ['agency-outcomes'],
};

/** The first whole year that the rules are for. */
const firstYear = 2022;

interface Judging {
  readonly applications: number;
  readonly planted: readonly PlantedMember[];
  readonly clues: readonly Pick<Clue, 'application' | 'family'>[];
  readonly groups: readonly { readonly core: string | null; readonly members: readonly string[] }[];
}

/** Judges a screening by the truth. Recall is of members filed from 2022 on, for which there are rules; cores and sources are none: what others were made from was no copy. */
export function judgeScreening({ applications, planted, clues, groups }: Judging): ScreeningJudged {
  const families = new Map<string, Set<string>>();
  for (const { application, family } of clues) {
    const known = families.get(application) ?? new Set<string>();
    families.set(application, known.add(family));
  }
  const byFamily: Record<string, { found: number; planted: number }> = {};
  const byAny: typeof byFamily = {};
  const groupOf = new Map<string, Set<string>>();
  for (const { group, kind, member, role, sources } of planted) {
    for (const one of [member, ...sources].map(applicationOf))
      groupOf.set(one, (groupOf.get(one) ?? new Set<string>()).add(group));
    if (role === 'core' || role === 'source' || Number(member.slice(0, 4)) < firstYear) continue;
    const own = families.get(applicationOf(member)) ?? new Set<string>();
    const wanted = familiesOf[kind] ?? [];
    if (wanted.length === 0) continue;
    count(
      byFamily,
      kind,
      wanted.some((family) => own.has(family)),
    );
    count(byAny, kind, own.size > 0);
  }
  const precision: Record<string, { found: number; planted: number }> = {};
  for (const { application, family } of clues) count(precision, family, groupOf.has(application));
  const clean = Math.max(1, applications - groupOf.size);
  const per = (wrong: number) => (wrong * 10_000) / clean;
  const wrongOf = ({ found, planted: all }: Tally) => all - found;
  const right = groups.reduce((sum, group) => sum + mostOfOne(membersOf(group), groupOf), 0);
  const grouped = groups.reduce((sum, group) => sum + membersOf(group).length, 0);
  return {
    ...{ byFamily, byAny, groups: groups.length, grouped },
    precision: mapped(precision, ({ found, planted: all }) => found / all),
    groupPrecision: grouped === 0 ? 1 : right / grouped,
    falseClues: per(Object.values(precision).reduce((sum, tally) => sum + wrongOf(tally), 0)),
    falseCluesByFamily: mapped(precision, (tally) => per(wrongOf(tally))),
  };
}

function membersOf({ core, members }: Judging['groups'][number]): string[] {
  return [...new Set([...(core === null ? [] : [core]), ...members])];
}

/** How many members are of the planted group that most are of. */
function mostOfOne(members: readonly string[], groupOf: ReadonlyMap<string, ReadonlySet<string>>): number {
  const counts = new Map<string, number>();
  for (const member of members)
    for (const group of groupOf.get(member) ?? []) counts.set(group, (counts.get(group) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/** The application number of an id as the truth writes it, with its check digit: `201820000025.5`. */
function applicationOf(member: string): string {
  return `CN:${member.split('.')[0] ?? ''}`;
}

function count(tallies: Record<string, { found: number; planted: number }>, name: string, found: boolean): void {
  tallies[name] ??= { found: 0, planted: 0 };
  tallies[name].planted += 1;
  if (found) tallies[name].found += 1;
}

function mapped<One, Other>(of: Readonly<Record<string, One>>, change: (one: One) => Other): Record<string, Other> {
  return Object.fromEntries(Object.entries(of).map(([name, one]) => [name, change(one)]));
}
