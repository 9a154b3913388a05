import { resolve } from 'node:path';
import type { TaskRemindAnswer, TasksActed, TasksAssigned } from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';
import { several } from './several.js';
import { showTask } from './task-text.js';
import { wholeNumber } from './whole-number.js';

interface ActOptions {
  readonly each: boolean;
  readonly version?: number;
  readonly file?: string[];
  readonly [key: string]: unknown;
}

const rows = ['id', 'owner', 'state', 'version', 'light', 'files', 'reopened'] as const;

/** task assign, sign, progress, milestone, file, strike, hand-in, return, close, reopen, deadline, withdraw, undo, remind. */
export function registerTaskActs(task: Command): void {
  registerAssign(task);
  act(task, 'sign', 'sign for tasks of the own organisation');
  act(task, 'progress', 'tell how tasks stand, with files')
    .requiredOption('--state <word>', 'a word of `task rules`: on-plan, behind, blocked, nearly-done, done')
    .requiredOption('--text <text>', 'in words; kept for good')
    .option('--file <path...>', 'files of evidence', several);
  act(task, 'milestone', 'mark a milestone as done')
    .requiredOption('--milestone <place>', 'its place, from 1', wholeNumber)
    .option('--no-done', 'take the mark back');
  act(task, 'file', 'add files of evidence: PDF, DOCX, XLSX, PNG, JPEG, TXT, CSV').requiredOption(
    '--file <path...>',
    'files',
    several,
  );
  act(task, 'strike', 'strike a file out; it is kept').requiredOption('--sha256 <hash>', 'of the file');
  act(task, 'hand-in', 'hand tasks in for another person to close');
  returning(act(task, 'return', 'return tasks, send them back, or give them to a new owner')).option(
    '--to <organisation>',
    'the new owner, or who should be',
  );
  act(task, 'close', 'close tasks that other persons did and that have evidence');
  returning(act(task, 'reopen', 'open closed tasks again'));
  returning(act(task, 'deadline', 'move the last day of tasks and nothing else; --day or --working-days'));
  act(task, 'withdraw', 'withdraw tasks; --note says why');
  act(task, 'undo', 'take the own last act back: a signature, a handing in, a withdrawal');
  task
    .command('remind')
    .description('tell now of tasks that are due soon or late, once each')
    .action(async (_: object, command: Command) => {
      await carryOut<TaskRemindAnswer>(
        globalOptions(command),
        'task-remind',
        {},
        ({ reminded, notices }) => `reminded of ${reminded}, notices ${notices}`,
      );
    });
}

function registerAssign(task: Command): void {
  task
    .command('assign')
    .description('assign tasks from a clause, a target or another task, one an owner, all or none')
    .option('--programme <id>', 'left out: the newest')
    .option('--clause <id>')
    .option('--target <id>')
    .option('--parent <task>', 'a task that is divided')
    .option('--title <text>', 'left out: the words of where it comes from')
    .option('--to <organisation...>', 'organisations; `provinces` for all, `owners` for those of the clause', several)
    .option('--supporting <organisation...>', 'organisations that help', several)
    .option('--day <day>', 'last day; left out: that of the clause')
    .option('--working-days <n>', 'working days from today on', wholeNumber)
    .option('--wanted <text>', 'evidence that is asked for')
    .option('--milestone <text...>', 'as `2023-06-30 words`, or words alone')
    .option('--indicator <id...>', 'indicators that tell how it stands', several)
    .option('--target-shown <id...>', 'targets shown with it', several)
    .action(
      async (
        {
          milestone,
          indicator,
          targetShown,
          ...given
        }: { milestone?: string[]; indicator?: string[]; targetShown?: string[] },
        command: Command,
      ) => {
        const input = {
          ...given,
          ...(milestone && { milestones: milestone.map(milestoneOf) }),
          ...(indicator && { indicators: indicator }),
          ...(targetShown && { targets: targetShown }),
        };
        await carryOut<TasksAssigned>(
          globalOptions(command),
          'task-assign',
          input,
          ({ tasks, made, standing, withoutOrganisation: without }) =>
            [
              `${textTable(tasks, ['id', 'title', ...rows.slice(1)])}\n\nmade ${made}, standing already ${standing}`,
              ...(without.length === 0
                ? []
                : [`no organisation bears these names of the clause: ${without.join('、')}`]),
            ].join('\n'),
          ({ tasks, withoutOrganisation }) => alone(tasks.map((task) => ({ ...task, withoutOrganisation }))),
        );
      },
    );
}

function milestoneOf(text: string): { title: string; due?: string } {
  const [, due, title = text] = /^(\d{4}-\d{2}-\d{2})\s+(.+)$/.exec(text) ?? [];
  return { title, ...(due !== undefined && { due }) };
}

/** An act on one task or several. */
function act(task: Command, name: string, description: string): Command {
  return task
    .command(name)
    .description(description)
    .argument('<id...>', 'ids of tasks')
    .option('--version-seen <n>', 'the version that was looked at; left out: the newest', wholeNumber)
    .option('--each', 'each for itself, and told which refused; else all or none', false)
    .option('--note <text>', 'kept for good')
    .action(async (ids: string[], { versionSeen, each, file, sha256, ...given }: ActOptions, command: Command) => {
      const seen = typeof versionSeen === 'number' ? { version: versionSeen } : {};
      const input = {
        ...{ ...given, each, tasks: ids.map((id) => ({ id, ...seen })) },
        ...(file && { files: file.map((path) => ({ path: resolve(path) })) }),
        ...(typeof sha256 === 'string' && { file: sha256 }),
      };
      await carryOut<TasksActed>(globalOptions(command), `task-${name}`, input, showActed, (acted) =>
        each ? acted : alone(acted.tasks),
      );
    });
}

function returning(command: Command): Command {
  return command
    .requiredOption('--reason <id>', 'a reason of `task rules`')
    .option('--day <day>', 'a new last day')
    .option('--working-days <n>', 'a new last day, so many working days from today on', wholeNumber);
}

/** One task as it is, several as a list. */
function alone<Row>(tasks: readonly Row[]): Row | readonly Row[] {
  const [only] = tasks;
  return tasks.length === 1 && only !== undefined ? only : tasks;
}

function showActed({ tasks, refused }: TasksActed): string {
  const [only] = tasks;
  const done = tasks.length === 1 && only !== undefined ? showTask(only) : textTable(tasks, rows);
  if (refused.length === 0) return done;
  const told = refused.map(({ id, fault: { code, message } }) => ({ id, code, message }));
  return `${done}\n\nrefused:\n${textTable(told, ['id', 'code', 'message'])}`;
}
