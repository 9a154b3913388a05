import type { LakeSession } from '@zhiheng/lake';
import { groupId, type Rule, spanOf, strengthWord, type TextGroup } from '@zhiheng/screening';

/** What is told of a group with each of its members: counts of the whole group, and no other member. */
export interface ToldGroup {
  readonly ground: string | null;
  readonly ruleVersion: string | null;
  readonly members: number;
  readonly holders: number;
  readonly areas: number;
  readonly agencies: number;
  readonly strength: number;
  readonly strengthWord: string;
  readonly evidence: {
    readonly pairs: number;
    readonly leastJaccard: number;
    readonly mostJaccard: number;
  };
  /** Groups, by their ids, out of which it came. */
  readonly lineage: { readonly mergedFrom: readonly string[]; readonly splitFrom: string | null };
}

export interface GroupMember {
  readonly id: string;
  readonly group: string;
  readonly core: boolean;
  /** Who filed it, where and through whom. */
  readonly party: string | null;
  readonly area: string | null;
  readonly agency: string | null;
  readonly told: ToldGroup;
}

interface MemberFacts {
  readonly id: string;
  readonly filed: string;
  readonly party: string | null;
  readonly area: string | null;
  readonly agency: string | null;
}

/**
 * Every member of every group with what is told of the group. The session has `screened`. The ground of a group is that of near copies for the
 * filing day of its last member: by then there are several applications.
 */
export async function groupMembers(
  session: LakeSession,
  groups: readonly TextGroup[],
  nearCopies: Rule | null,
): Promise<GroupMember[]> {
  await session.registerTable(
    'grouped_application',
    { id: 'text' },
    [...new Set(groups.flatMap(membersOf))].map((id) => [id]),
  );
  const rows = await session.rows<MemberFacts>(
    'SELECT s.id, s.filed_on AS filed, s.party, s.area, s.agency FROM screened AS s JOIN grouped_application AS g ON g.id = s.id',
  );
  const facts = new Map(rows.map((row) => [row.id, row]));
  return groups.flatMap((group) => {
    const ids = membersOf(group);
    const told = toldGroup(group, ids, facts, nearCopies);
    const id = groupId(group.core);
    return ids.map((member) => {
      const { party = null, area = null, agency = null } = facts.get(member) ?? {};
      return { id: member, group: id, core: member === group.core, party, area, agency, told };
    });
  });
}

function toldGroup(
  { pairs, lineage }: TextGroup,
  ids: readonly string[],
  facts: ReadonlyMap<string, MemberFacts>,
  nearCopies: Rule | null,
): ToldGroup {
  const known = ids.flatMap((id) => facts.get(id) ?? []);
  const last =
    known
      .map(({ filed }) => filed)
      .sort()
      .at(-1) ?? '';
  const span = nearCopies === null ? null : spanOf(nearCopies, last);
  const jaccards = pairs.map(({ jaccard }) => jaccard);
  const strength = jaccards.reduce((sum, one) => sum + one, 0) / Math.max(jaccards.length, 1);
  const distinct = (column: 'party' | 'area' | 'agency') => new Set(known.flatMap((one) => one[column] ?? [])).size;
  return {
    ground: span?.ground ?? null,
    ruleVersion: span?.version ?? null,
    members: ids.length,
    ...{ holders: distinct('party'), areas: distinct('area'), agencies: distinct('agency') },
    ...{ strength, strengthWord: strengthWord(strength) },
    evidence: {
      pairs: pairs.length,
      leastJaccard: jaccards.reduce((least, one) => Math.min(least, one), 1),
      mostJaccard: jaccards.reduce((most, one) => Math.max(most, one), 0),
    },
    lineage: {
      mergedFrom: lineage.mergedFrom.map(groupId),
      splitFrom: lineage.splitFrom === null ? null : groupId(lineage.splitFrom),
    },
  };
}

function membersOf({ core, members }: TextGroup): string[] {
  return [...new Set([core, ...members])];
}
