import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actsMigrations, momentAt, readShippedDays, WorkingCalendar } from '@zhiheng/acts';
import { Ledger, type LedgerPlace } from '@zhiheng/ledger';
import { type Actor, localOperator, type Role } from '@zhiheng/vocabulary';
import { OrganisationTree, readTaskRules, type TaskContext, Tasks, taskMigrations } from '../../src/index.js';

const definitions = join(import.meta.dirname, '../../../../definitions');
const read = (path: string) => readFileSync(join(definitions, path), 'utf8');

/** The rules and the calendar that come with the software. */
export const rules = readTaskRules(read('tasks/rules.yaml'), 'tasks/rules.yaml');
export const calendar = new WorkingCalendar(
  readShippedDays(read('reference/working-days.csv'), 'reference/working-days.csv'),
);

const organisation = (id: string, parent: string | null, area: string | null) => ({ id, parent, area, closed: false });
/** The office, two departments, two provinces, and a city below one of them. */
export const tree = new OrganisationTree([
  organisation('top', null, 'CN'),
  organisation('planning', 'top', null),
  organisation('utilisation', 'top', null),
  organisation('guangdong', 'top', '440000'),
  organisation('shenzhen', 'guangdong', '440300'),
  organisation('guangzhou', 'guangdong', '440100'),
  organisation('beijing', 'top', '110000'),
  { ...organisation('gone', 'top', null), closed: true },
]);

export const account = (name: string, home: string, areas: Actor['areas'], ...roles: Role[]): Actor => ({
  ...localOperator(name),
  ...{ person: `account:${name}`, kind: 'account', account: name, organisation: home, roles, areas },
});
/** Two planners of the whole, a person of a department, two of a province, one of a city below it, one of another province. */
export const people = {
  wang: account('wang', 'planning', 'everywhere', 'planner'),
  li: account('li', 'utilisation', 'everywhere', 'planner'),
  sun: account('sun', 'utilisation', 'everywhere', 'statistician'),
  chen: account('chen', 'guangdong', ['440000'], 'region'),
  deng: account('deng', 'guangdong', ['440000'], 'region'),
  shen: account('shen', 'shenzhen', ['440300'], 'region'),
  bei: account('bei', 'beijing', ['110000'], 'region'),
  operator: localOperator('root'),
};

/** Somebody at noon of a day in Beijing. */
export const at = (actor: Actor, day: string, hour = '04:00:00.000'): TaskContext => ({
  ...{ actor, now: momentAt(`${day}T${hour}Z`, calendar), rules, tree },
});

export const file = (digit: string, name = `${digit}.pdf`) => ({
  ...{ sha256: digit.repeat(64), name, format: 'pdf', bytes: 100 },
});

export async function openTasks(place: LedgerPlace) {
  const ledger = await Ledger.open(place, [actsMigrations, taskMigrations]);
  return { ledger, tasks: new Tasks(ledger) };
}
