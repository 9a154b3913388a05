import type { TaskListAnswer, TaskShown, TaskTallyAnswer, TaskTimelineAnswer } from '@zhiheng/office';
import type { Command } from 'commander';
import { type GlobalOptions, globalOptions } from '../global-options.js';
import { answerOf, carryOut, print, withFailures } from '../runtime.js';
import { textTable } from '../text-table.js';
import { registerTaskActs } from './task-acts.js';
import { showTask } from './task-text.js';
import { showTimeline } from './timeline-text.js';

interface Asked {
  readonly programme?: string;
  readonly owner?: string;
  readonly below?: boolean;
  readonly clause?: string;
  readonly area?: string;
  readonly state?: string;
  readonly light?: string;
  readonly late?: boolean;
  readonly dueFrom?: string;
  readonly dueUntil?: string;
}

/** tasks, and task show, tally, rules and every act. */
export function registerTaskCommands(program: Command): void {
  narrowed(program.command('tasks').description('tasks of programmes by their last day, the earliest first'))
    .option('--light <light>', 'on-time, due-soon, late or none')
    .option('--late', 'late ones alone', false)
    .option('--due-from <day>', 'only with a last day from here on')
    .option('--due-until <day>', 'only with a last day up to here')
    .action(async ({ late, ...asked }: Asked, command: Command) => {
      const options = globalOptions(command);
      await withFailures(options, () => printAll(options, late === true ? { ...asked, light: 'late' } : asked));
    });
  const task = program.command('task').description('one task, and acts on tasks');
  task
    .command('show')
    .description('a task with its parts, evidence, history, figures and what is possible now')
    .argument('<id>')
    .action(async (id: string, _: object, command: Command) => {
      await carryOut<TaskShown>(globalOptions(command), 'task-show', { id }, showTask);
    });
  narrowed(
    task.command('tally').description('who is behind and why: tasks counted, those with the most late ones first'),
  )
    .option('--by <field>', 'owner, clause, area, parent or due', 'owner')
    .action(async (asked: Asked & { by: string }, command: Command) => {
      await carryOut<TaskTallyAnswer>(globalOptions(command), 'task-tally', asked, showTally, ({ rows }) => rows);
    });
  narrowed(
    task
      .command('timeline')
      .description('owners or clauses along the year: last days by month; by week too with --json'),
    'required',
  )
    .option('--rows <field>', 'owner or clause', 'owner')
    .action(async (asked: Asked & { rows: string }, command: Command) => {
      await carryOut<TaskTimelineAnswer>(globalOptions(command), 'task-timeline', asked, showTimeline);
    });
  task
    .command('rules')
    .description('lights, reasons and words of tasks')
    .action(async (_: object, command: Command) => {
      await carryOut<{ reasons: { id: string; for: string[]; names: { en: string } }[] }>(
        globalOptions(command),
        'task-rules',
        {},
        ({ reasons }) =>
          textTable(
            reasons.map(({ id, for: acts, names }) => ({ id, for: acts.join(' '), name: names.en })),
            ['id', 'for', 'name'],
          ),
      );
    });
  registerTaskActs(task);
}

function narrowed(command: Command, programme: 'required' | 'any' = 'any'): Command {
  return (programme === 'required' ? command.requiredOption('--programme <id>') : command.option('--programme <id>'))
    .option('--owner <organisation>')
    .option('--below', 'also tasks of organisations below the owner', false)
    .option('--clause <id>')
    .option('--area <code>')
    .option('--state <state>', 'open, any, assigned, signed, in-work, handed-in, returned, closed or withdrawn');
}

/** Every page of the list, one after the other. */
async function printAll(options: GlobalOptions, asked: object): Promise<void> {
  const tasks: TaskListAnswer['tasks'][number][] = [];
  let after: string | null = null;
  do {
    const input: object = { ...asked, limit: 500, ...(after !== null && { after }) };
    const page: TaskListAnswer = (await answerOf(options, 'task-list', input)).json as TaskListAnswer;
    tasks.push(...page.tasks);
    after = page.next;
  } while (after !== null);
  await print(`${options.json ? JSON.stringify(tasks, null, 2) : showTasks(tasks)}\n`);
}

function showTasks(tasks: TaskListAnswer['tasks']): string {
  return textTable(
    tasks.map((task) => ({ ...task, due: task.due?.day ?? null, progress: task.progress?.state ?? null })),
    ['id', 'clause', 'title', 'owner', 'state', 'due', 'light', 'progress', 'files', 'reopened'],
  );
}

function showTally({ rows }: TaskTallyAnswer): string {
  return textTable(
    rows.map(({ why, ...row }) => ({
      ...row,
      why: why.map(({ kind, code, tasks }) => `${code ?? kind} ${tasks}`).join(', '),
    })),
    ['key', 'open', 'dueSoon', 'late', 'closed', 'reopened', 'why'],
  );
}
