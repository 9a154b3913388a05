import { Instances, type PossibleAct, possibleActs } from '@zhiheng/acts';
import type { Ledger } from '@zhiheng/ledger';
import { OwnFault, UserFault } from '@zhiheng/vocabulary';
import { actWithin, type TaskStep } from './act-on-task.js';
import { type Assigned, assignWithin, taskInstances } from './assign-tasks.js';
import { listTasks, type TaskPage, type TaskPageAsked } from './list-tasks.js';
import { movedDays } from './moved-days.js';
import { seenTask } from './seen-task.js';
import { type TallyKey, type TallyRow, tallyTasks } from './tally-tasks.js';
import { type TimelineKey, type TimelineRow, tallyTimeline } from './tally-timeline.js';
import { type NewTask, openStates, type Task, type TaskFile, type TaskRow } from './task.js';
import { type TaskFilter, tasksWithin } from './task-conditions.js';
import type { TaskContext } from './task-context.js';
import { doerActs, taskFlow, taskFlowName } from './task-flow.js';
import { TaskReading } from './task-reading.js';
import { taskScope } from './task-scope.js';
import type { TaskTables } from './tasks-table.js';

/** What became of each of several acts that were asked for together and done one by one. */
export interface ToldStep {
  readonly id: string;
  /** Why it was not done; null where it was. */
  readonly fault: UserFault | null;
}

/**
 * Tasks of programmes, on a ledger that was opened with `actsMigrations` and `taskMigrations`. Of two people at once one wins, the other is
 * told (`state-changed`). Whatever lies outside of what the actor sees is not there.
 */
export class Tasks {
  readonly #ledger: Ledger;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Assigns tasks, all or none; those that stand already are told. Throws `task-refused`, `not-found`, `not-allowed`. */
  assign(tasks: readonly NewTask[], context: TaskContext): Promise<Assigned[]> {
    const instances = taskInstances(this.#ledger, context);
    return this.#ledger.transact<TaskTables, Assigned[]>((transaction) =>
      assignWithin(transaction, instances, tasks, context),
    );
  }

  /** Does acts in one transaction, all or none. Throws what refuses the first of them: see `actWithin`. */
  async act(steps: readonly TaskStep[], context: TaskContext): Promise<void> {
    const instances = taskInstances(this.#ledger, context);
    await this.#ledger.transact<TaskTables, void>(async (transaction) => {
      for (const step of steps) await actWithin(transaction, instances, step, context);
    });
  }

  /** Does acts one by one, and tells of each whether it was done. */
  async actEach(steps: readonly TaskStep[], context: TaskContext): Promise<ToldStep[]> {
    const told: ToldStep[] = [];
    for (const step of steps) {
      try {
        await this.act([step], context);
        told.push({ id: step.id, fault: null });
      } catch (error) {
        if (!(error instanceof UserFault)) throw error;
        told.push({ id: step.id, fault: error });
      }
    }
    return told;
  }

  /** A task with all that belongs to it. Throws `not-found`. */
  async get(id: string, context: TaskContext): Promise<Task> {
    const stored = await seenTask(this.#tables, id, context);
    const instance = await this.#instance(id);
    const reading = new TaskReading(context.now, context.rules.soon);
    const open = openStates.some((state) => state === stored.state);
    const database = this.#tables;
    const supporting = database.selectFrom('programme_task_supporting').select('organisation').where('task', '=', id);
    const steps = database.selectFrom('programme_task_milestones').selectAll().where('task', '=', id);
    return {
      ...reading.row(stored),
      supporting: (await supporting.orderBy('organisation').execute()).map(({ organisation }) => organisation),
      steps: (await steps.orderBy('place').execute()).map((step) => reading.milestone(step, open)),
      movedDays: movedDays(instance, reading),
      evidence: await this.#files(id),
      indicators: JSON.parse(stored.indicators) as string[],
      targets: JSON.parse(stored.targets) as string[],
      history: instance.history,
    };
  }

  /** What the actor could do with a task now. Throws `not-found`. */
  async possible(id: string, context: TaskContext): Promise<PossibleAct[]> {
    await seenTask(this.#tables, id, context);
    const flow = taskFlow(context.rules, context.tree);
    return possibleActs(flow, await this.#instance(id), context.actor, context.now);
  }

  /** A page of tasks, the earliest deadline first. */
  list(asked: TaskPageAsked, context: TaskContext): Promise<TaskPage> {
    return listTasks(this.#tables, asked, context);
  }

  /** Tasks counted by owner, clause, area, parent or last day. */
  tally(by: TallyKey, filter: TaskFilter, context: TaskContext): Promise<TallyRow[]> {
    return tallyTasks(this.#tables, by, filter, context);
  }

  /** Tasks of each owner or clause by the weeks and months of a year that their last days lie in. */
  timeline(
    asked: { readonly by: TimelineKey; readonly year: number },
    filter: TaskFilter,
    context: TaskContext,
  ): Promise<TimelineRow[]> {
    return tallyTimeline(this.#tables, asked, filter, context);
  }

  /** Whether every one of these is there for the actor. */
  async sees(ids: readonly string[], { actor, tree }: TaskContext): Promise<boolean> {
    const named = [...new Set(ids)];
    if (named.length === 0) return true;
    const { count } = await this.#tables
      .selectFrom('programme_tasks')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('id', 'in', named)
      .where((builder) => tasksWithin(builder, { state: 'any' }, taskScope(actor, tree)))
      .executeTakeFirstOrThrow();
    return Number(count) === named.length;
  }

  /** What waits for an actor: to be signed for, worked on, closed, or given to a new owner; the earliest deadline first. */
  async waiting({ actor, now, rules, tree }: TaskContext, limit = 100): Promise<TaskRow[]> {
    const { organisation } = actor;
    if (organisation === null) return [];
    const reading = new TaskReading(now, rules.soon);
    const does = tree.works(actor);
    const decides = tree.speaksFor(actor, organisation);
    const rows = await this.#tables
      .selectFrom('programme_tasks')
      .selectAll()
      .where((builder) =>
        builder.or([
          ...(does
            ? [
                builder.and([
                  builder('owner', '=', organisation),
                  builder('state', 'in', ['assigned', 'signed', 'in-work']),
                ]),
              ]
            : []),
          ...(decides
            ? [
                builder.and([
                  builder('assigned_by', '=', organisation),
                  builder('state', 'in', ['handed-in', 'returned']),
                ]),
              ]
            : []),
          builder('seq', '<', 0),
        ]),
      )
      .orderBy('seq')
      .execute();
    const day = ({ due }: TaskRow) => due?.day ?? '9999-12-31';
    return rows
      .map((row) => reading.row(row))
      .toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
      .slice(0, limit);
  }

  /** The parts of a task. */
  async parts(parent: string, context: TaskContext): Promise<TaskRow[]> {
    const reading = new TaskReading(context.now, context.rules.soon);
    const rows = this.#tables
      .selectFrom('programme_tasks')
      .selectAll()
      .where((builder) => tasksWithin(builder, { parent, state: 'any' }, taskScope(context.actor, context.tree)));
    return (await rows.orderBy('seq').execute()).map((row) => reading.row(row));
  }

  /** Persons who did a part of a task, those in whose place it was done too: none of them closes it. */
  async doers(id: string): Promise<string[]> {
    const history = (await new Instances(this.#ledger, []).get(taskFlowName, id))?.history ?? [];
    const doing = history.filter(({ act }) => doerActs.some((one) => one === act));
    return [
      ...new Set(
        doing.flatMap(({ person, onBehalfOf }) => (onBehalfOf === null ? [person] : [person, `account:${onBehalfOf}`])),
      ),
    ];
  }

  /** Hashes of every file that some act names, struck out or not. */
  async keptFiles(): Promise<string[]> {
    const rows = await this.#tables.selectFrom('programme_task_files').select('sha256').distinct().execute();
    return rows.map(({ sha256 }) => sha256);
  }

  async #files(task: string): Promise<TaskFile[]> {
    const rows = this.#tables.selectFrom('programme_task_files').selectAll().where('task', '=', task);
    return (await rows.orderBy('version').execute()).map(
      ({ sha256, name, format, bytes, note, person, time, ...row }) => ({
        ...{ sha256, name, format, bytes, note, person, time, struckAt: row.struck_at },
      }),
    );
  }

  async #instance(id: string) {
    const instance = await new Instances(this.#ledger, []).get(taskFlowName, id);
    if (instance === null) throw new OwnFault(`the task ${id} has no instance`);
    return instance;
  }

  get #tables() {
    return this.#ledger.database<TaskTables>();
  }
}
