import { listAccounts, listRoles } from '@zhiheng/accounts';
import { doerRoles, type TaskContext, type TaskPeople } from '@zhiheng/programme';
import type { Role } from '@zhiheng/vocabulary';
import type { Office } from '../office.js';

/** The active accounts by the organisations that they work for, or oversee; the whole is overseen by its planners. */
export async function taskPeople(office: Office, { tree }: Pick<TaskContext, 'tree'>): Promise<TaskPeople> {
  const { accounts } = office.people;
  const today = office.today();
  const active = (await listAccounts(accounts)).filter(({ state }) => state === 'active');
  const roles = new Map<string, Set<Role>>();
  const everywhere = new Set<string>();
  for (const { account, role, state, from, to, areas } of await listRoles(accounts)) {
    if (state !== 'granted' || from > today || (to !== null && to < today)) continue;
    roles.set(account, (roles.get(account) ?? new Set()).add(role));
    if (areas === 'everywhere') everywhere.add(account);
  }
  const holds = (account: string, wanted: readonly Role[]) => wanted.some((role) => roles.get(account)?.has(role));
  return {
    workersOf: (organisation) =>
      active.filter((one) => one.organisation === organisation && holds(one.id, doerRoles)).map(({ id }) => id),
    overseersOf: (organisation) =>
      active
        .filter(({ id, organisation: home }) => {
          if (!holds(id, ['planner', 'region'])) return false;
          if (home === organisation) return true;
          const ofTheWhole = everywhere.has(id) && holds(id, ['planner']) && tree.areaOf(home) === null;
          return organisation === tree.top() && ofTheWhole;
        })
        .map(({ id }) => id),
  };
}
