import type { MigrationSet } from '@zhiheng/ledger';
import type { Kysely } from 'kysely';

/** Tasks in the ledger. Times are ISO 8601 in UTC, lists canonical JSON; how a task goes on stands in its flow (`acts`). */
export interface TaskTables {
  readonly programme_tasks: {
    readonly id: string;
    /** Counts tasks of all programmes from 1. */
    readonly seq: number;
    readonly programme: string;
    readonly clause: string | null;
    readonly target: string | null;
    readonly parent: string | null;
    readonly title: string;
    readonly owner: string;
    readonly assigned_by: string;
    readonly area: string | null;
    /** As it was stated, see `dueText`; nothing reckoned is kept. */
    readonly due: string | null;
    readonly wanted: string | null;
    readonly indicators: string;
    readonly targets: string;
    /** What follows from the history of its flow, kept beside it so that lists need not read histories. */
    readonly state: string;
    readonly version: number;
    readonly progress: string | null;
    readonly progress_text: string | null;
    readonly progress_at: string | null;
    readonly back_act: string | null;
    readonly back_reason: string | null;
    readonly back_note: string | null;
    readonly milestones: number;
    readonly milestones_done: number;
    readonly files: number;
    readonly reopened: number;
    /** How often its last day was moved by itself. */
    readonly moved: number;
    readonly assigned_at: string;
    readonly changed_at: string;
  };
  readonly programme_task_supporting: { readonly task: string; readonly organisation: string };
  readonly programme_task_milestones: {
    readonly task: string;
    readonly place: number;
    readonly title: string;
    readonly due: string | null;
    readonly done_on: string | null;
  };
  readonly programme_task_files: {
    readonly task: string;
    /** Version of the task that the file came with. */
    readonly version: number;
    readonly sha256: string;
    readonly name: string;
    readonly format: string;
    readonly bytes: number;
    readonly note: string | null;
    readonly person: string;
    readonly time: string;
    readonly struck_at: string | null;
  };
  /** What somebody was told of a deadline, once each. */
  readonly programme_task_reminders: {
    readonly task: string;
    /** `due-soon`, `late`, or `late-N` after N working days; of a milestone `milestone-due-soon` and `milestone-late`. */
    readonly kind: string;
    /** The deadline it was about, and whose it was: another owner or day is told anew. */
    readonly about: string;
    readonly act: number;
  };
}

/** The tables of this room, for `Ledger.open`; those of `acts` come before. */
export const taskMigrations: MigrationSet = {
  room: 'programme-tasks',
  migrations: [
    { name: 'tasks', up: makeTasks },
    { name: 'what belongs to tasks', up: makeParts },
    { name: 'last days that move', up: countMoves },
  ],
};

async function makeTasks(database: Kysely<unknown>): Promise<void> {
  let table = database.schema
    .createTable('programme_tasks')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('seq', 'integer', (column) => column.notNull().unique());
  for (const name of ['programme', 'title', 'owner', 'assigned_by', 'indicators', 'targets', 'state'] as const) {
    table = table.addColumn(name, 'text', (column) => column.notNull());
  }
  for (const name of ['assigned_at', 'changed_at'] as const) {
    table = table.addColumn(name, 'text', (column) => column.notNull());
  }
  for (const name of ['version', 'milestones', 'milestones_done', 'files', 'reopened'] as const) {
    table = table.addColumn(name, 'integer', (column) => column.notNull());
  }
  for (const name of ['clause', 'target', 'parent', 'area', 'due', 'wanted'] as const)
    table = table.addColumn(name, 'text');
  for (const name of ['progress', 'progress_text', 'progress_at'] as const) table = table.addColumn(name, 'text');
  for (const name of ['back_act', 'back_reason', 'back_note'] as const) table = table.addColumn(name, 'text');
  await table.execute();
  const indexes = [
    ['due', ['state', 'due', 'seq']],
    ['owner', ['owner', 'state', 'due', 'seq']],
    ['clause', ['programme', 'clause', 'state', 'due']],
    ['parent', ['parent', 'state']],
    ['assigner', ['assigned_by', 'state']],
  ] as const;
  for (const [name, columns] of indexes) {
    const index = database.schema.createIndex(`programme_tasks_${name}`).on('programme_tasks');
    await index.columns([...columns]).execute();
  }
}

async function countMoves(database: Kysely<unknown>): Promise<void> {
  const table = database.schema.alterTable('programme_tasks');
  await table.addColumn('moved', 'integer', (column) => column.notNull().defaultTo(0)).execute();
}

async function makeParts(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('programme_task_supporting')
    .addColumn('task', 'text', (column) => column.notNull())
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('programme_task_supporting_key', ['task', 'organisation'])
    .execute();
  const supported = database.schema.createIndex('programme_task_supporting_by').on('programme_task_supporting');
  await supported.columns(['organisation', 'task']).execute();
  await database.schema
    .createTable('programme_task_milestones')
    .addColumn('task', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('due', 'text')
    .addColumn('done_on', 'text')
    .addPrimaryKeyConstraint('programme_task_milestones_key', ['task', 'place'])
    .execute();
  await database.schema
    .createTable('programme_task_files')
    .addColumn('task', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('format', 'text', (column) => column.notNull())
    .addColumn('bytes', 'bigint', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('struck_at', 'text')
    .addPrimaryKeyConstraint('programme_task_files_key', ['task', 'version'])
    .execute();
  await database.schema
    .createTable('programme_task_reminders')
    .addColumn('task', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('act', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('programme_task_reminders_key', ['task', 'kind', 'about'])
    .execute();
}
