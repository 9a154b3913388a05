import type { Day, Scope } from '@zhiheng/vocabulary';
import type { ScreenGroup } from '../answers-screening.js';
import type { Office } from '../office.js';
import type { ToldGroup } from './group-members.js';
import { screeningRun } from './run-screening.js';
import { limitSql, withRun } from './screening-session.js';

export interface GroupsAsked {
  readonly run?: string;
  readonly id?: string;
  /** Left out: all. */
  readonly limit?: number;
  /** Id of the last group of the page before. */
  readonly after?: string;
}

interface MemberRow {
  readonly id: string;
  readonly grp: string;
  readonly core: number;
  readonly filed: Day | null;
  readonly party: string | null;
  readonly area: string | null;
  readonly agency: string | null;
  readonly told: string;
}

/** Groups of which a scope shows at least one member. Throws `screening-missing`, `not-found`. */
export async function groupsOf(office: Office, asked: GroupsAsked, scope: Scope): Promise<ScreenGroup[]> {
  const run = await screeningRun(office, asked.run);
  return withRun(office, run, scope, async (session) => {
    const tests = ['grp > $1', ...(asked.id === undefined ? [] : ['grp = $2'])];
    const parameters = [asked.after ?? '', ...(asked.id === undefined ? [] : [asked.id])];
    const rows = await session.rows<MemberRow>(
      `SELECT m.id, m.grp, m.core, p.filed_on AS filed, m.party, m.area, m.agency, m.told
       FROM group_member AS m LEFT JOIN patents AS p ON p.id = m.id WHERE m.grp IN (
         SELECT grp FROM group_member WHERE ${tests.join(' AND ')} GROUP BY grp ORDER BY grp${limitSql(asked.limit)})
       ORDER BY m.grp, m.core DESC, m.id`,
      parameters,
    );
    const groups = new Map<string, MemberRow[]>();
    for (const row of rows) {
      const known = groups.get(row.grp);
      if (known === undefined) groups.set(row.grp, [row]);
      else known.push(row);
    }
    return [...groups].map(([id, members]) => shownGroup(id, members));
  });
}

function shownGroup(id: string, rows: readonly MemberRow[]): ScreenGroup {
  const told = JSON.parse(rows[0]?.told ?? '{}') as ToldGroup;
  const { members, holders: parties, areas, agencies, evidence, ...rest } = told;
  const ids = rows.map((row) => row.id);
  const days = rows.flatMap(({ filed }) => filed ?? []).sort();
  const distinct = (column: 'party' | 'area' | 'agency') => [...new Set(rows.flatMap((row) => row[column] ?? []))];
  return {
    id,
    core: rows.find(({ core }) => core === 1)?.id ?? null,
    members: ids,
    ...{ holders: distinct('party').sort(), areas: distinct('area').sort(), agencies: distinct('agency').sort() },
    counts: { members, holders: parties, areas, agencies },
    withheldByRight: members - ids.length,
    evidence: { ...evidence, firstFiled: days[0] ?? null, lastFiled: days.at(-1) ?? null },
    ...rest,
  };
}
