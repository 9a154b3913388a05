import { askedDue, type Clause, clausesOf, type NewTask, type Programme, type TaskContext } from '@zhiheng/programme';
import { nearestWord, UserFault } from '@zhiheng/vocabulary';
import type { Office } from '../office.js';
import { organisationsOf } from '../people/organisations-of.js';
import { currentReference } from '../reference.js';

/** What `task assign` is asked for. It comes from one of clause, target and parent, or from the programme as a whole. */
export interface AssignInput {
  readonly programme?: string;
  readonly clause?: string;
  readonly target?: string;
  readonly parent?: string;
  /** Left out: the words of the clause or the target, or of the whole. */
  readonly title?: string;
  /** Organisations; `provinces` for all provincial ones, `owners` for those that the clause names. Left out: `owners`. */
  readonly to?: readonly string[];
  readonly supporting?: readonly string[];
  /** Left out: the day of the clause. */
  readonly day?: string;
  readonly workingDays?: number;
  readonly wanted?: string;
  readonly milestones?: readonly { readonly title: string; readonly due?: string }[];
  readonly indicators?: readonly string[];
  readonly targets?: readonly string[];
}

/** The tasks that somebody asks for, and the names of a clause that nobody got a task by. */
export interface AskedTasks {
  readonly tasks: readonly NewTask[];
  /** Names of the document, of owners and of those who help, that no open organisation bears. */
  readonly withoutOrganisation: readonly string[];
}

/** The tasks that somebody asks for, one an owner. Throws `not-found`, `task-refused`. */
export async function newTasks(office: Office, input: AssignInput, context: TaskContext): Promise<AskedTasks> {
  const { parent } = input;
  const whole = parent === undefined ? null : await office.tasks.get(parent, context);
  const programme = currentReference(office).programme(whole?.programme ?? input.programme);
  const clauseId = input.clause ?? whole?.clause ?? undefined;
  const clause = clauseId === undefined ? null : clauseOf(programme, clauseId);
  const target = input.target === undefined ? null : targetOf(programme, input.target);
  const names = target?.names ?? (input.clause === undefined ? null : clause?.names) ?? null;
  const stated = askedDue(
    {
      ...(input.day !== undefined && { day: input.day }),
      ...(input.workingDays !== undefined && { workingDays: input.workingDays }),
    },
    context.now.day,
  );
  const day = clause?.due ?? null;
  const to = input.to ?? ['owners'];
  const found = await ownersOf(office, to, clause);
  const helpers = input.supporting === undefined ? await named(office, clause?.supporting ?? []) : null;
  const supporting = input.supporting ?? helpers?.found ?? [];
  const without = to.includes('owners') ? (await named(office, ownersNamed(clause))).without : [];
  // Where a clause is for the regions too, their common name means the provincial organisations.
  const owners = clause?.regions === true ? without.filter((name) => !name.startsWith('各地方')) : without;
  const tasks = found.map((owner) => ({
    programme: programme.id,
    ...{ clause: clauseId ?? null, target: target?.id ?? null, parent: parent ?? null, owner, supporting },
    title: input.title ?? names?.['zh-Hans'] ?? whole?.title ?? '',
    due: stated ?? whole?.due?.stated ?? (day === null ? null : { day }),
    wanted: input.wanted ?? whole?.wanted ?? wantedOf(clause),
    milestones: milestonesOf(input, whole === null ? clause : null),
    indicators: input.indicators ?? whole?.indicators ?? clause?.indicators ?? [],
    targets: input.targets ?? (target === null ? (whole?.targets ?? clause?.targets ?? []) : [target.id]),
  }));
  return { tasks, withoutOrganisation: [...new Set([...owners, ...(helpers?.without ?? [])])] };
}

function milestonesOf({ milestones }: AssignInput, clause: Clause | null) {
  if (milestones !== undefined) return milestones.map(({ title, due = null }) => ({ title, due: dayOf(due) }));
  return (clause?.milestones ?? []).map(({ names, due }) => ({ title: names['zh-Hans'], due }));
}

function dayOf(day: string | null): string | null {
  const due = day === null ? null : askedDue({ day }, day);
  return due !== null && 'day' in due ? due.day : null;
}

function wantedOf(clause: Clause | null): string | null {
  const words = (clause?.evidence ?? []).map((text) => text['zh-Hans']);
  return words.length === 0 ? null : words.join('；');
}

function clauseOf(programme: Programme, id: string): Clause {
  const clauses = clausesOf(programme);
  const found = clauses.find((one) => one.id === id);
  if (found !== undefined) return found;
  throw unknown(id, `the clause ${id}`, clauses);
}

function targetOf(programme: Programme, id: string) {
  const found = programme.targets.find((one) => one.id === id);
  if (found !== undefined) return found;
  throw unknown(id, `the target ${id}`, programme.targets);
}

function unknown(id: string, name: string, among: readonly { readonly id: string }[]): UserFault {
  const ids = among.map((one) => one.id);
  const near = nearestWord(id, ids);
  const expected = ids.join(', ') || 'a programme that has some';
  return new UserFault('not-found', { found: id, expected, values: { name }, ...(near && { didYouMean: near }) });
}

/** Ids of owners: `provinces` for all provincial organisations, `owners` for those of the clause, each once. */
async function ownersOf(office: Office, to: readonly string[], clause: Clause | null): Promise<string[]> {
  const organisations = (await organisationsOf(office)).filter(({ closedOn }) => closedOn === null);
  const provinces = organisations.filter(({ kind }) => kind === 'province' || kind === 'bingtuan').map(({ id }) => id);
  const owners = new Set<string>();
  for (const word of to) {
    if (word === 'provinces') for (const id of provinces) owners.add(id);
    else if (word === 'owners') for (const id of await ownersOfClause(office, clause, provinces)) owners.add(id);
    else owners.add(word);
  }
  return [...owners];
}

async function ownersOfClause(office: Office, clause: Clause | null, provinces: readonly string[]): Promise<string[]> {
  const given = ownersNamed(clause);
  const owners = [...(await named(office, given)).found, ...(clause?.regions === true ? provinces : [])];
  if (owners.length > 0) return owners;
  throw new UserFault('task-refused', {
    ...{ place: { field: 'to' }, found: given.join('、'), expected: 'organisations of `zhiheng org list`' },
    values: { what: 'nobody is named to whom it goes' },
  });
}

/** The owners of a clause by name; where the document names none, those that are proposed. */
function ownersNamed(clause: Clause | null): readonly string[] {
  if (clause === null) return [];
  return clause.owners.length > 0 ? clause.owners : clause.proposed;
}

/** Organisations by their names in simplified characters, and the names that no open one bears. */
async function named(
  office: Office,
  names: readonly string[],
): Promise<{ readonly found: string[]; readonly without: string[] }> {
  const organisations = (await organisationsOf(office)).filter(({ closedOn }) => closedOn === null);
  const bear = (name: string) => organisations.filter((one) => one.names['zh-Hans'] === name).map(({ id }) => id);
  return { found: names.flatMap(bear), without: names.filter((name) => bear(name).length === 0) };
}
