import { momentAt } from '@zhiheng/acts';
import { OrganisationTree, type TaskContext } from '@zhiheng/programme';
import type { Actor } from '@zhiheng/vocabulary';
import type { Office } from '../office.js';
import { organisationsOf } from '../people/organisations-of.js';
import { currentReference } from '../reference.js';

/** Who asks for tasks or acts on them now, under the rules and among the organisations of the office. Throws `task-rules-wrong`. */
export async function taskContext(office: Office, actor: Actor): Promise<TaskContext> {
  const { clock, people, settings } = office;
  const calendar = await people.calendar.current();
  const organisations = await organisationsOf(office);
  return {
    actor,
    now: momentAt(clock.now().toISOString(), calendar, settings.get('time-zone')),
    rules: currentReference(office).taskRules(),
    tree: new OrganisationTree(
      organisations.map(({ id, parent, area, closedOn }) => ({ id, parent, area, closed: closedOn !== null })),
    ),
  };
}
