import { resolve } from 'node:path';
import type { DecidedAnswer, DecisionImportAnswer, DecisionRules, DecisionsAnswer } from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';
import { wholeNumber } from './whole-number.js';

interface DecideOptions {
  readonly ground: string;
  readonly outcome: string;
  readonly effective: string;
  readonly reason: string;
}

interface ImportOptions {
  readonly mapping: string;
  readonly reason: string;
  readonly list?: string;
  readonly keepComplete?: boolean;
}

/** decide; decisions import, list, undo, rules. */
export function registerDecisionCommands(program: Command): void {
  program
    .command('decide')
    .description('decide about an application on a ground; the next vintage has it')
    .argument('<application>', 'id or number; several with commas between them')
    .requiredOption('--ground <id>', 'a ground of `decisions rules`: 411-1')
    .requiredOption(
      '--outcome <outcome>',
      'notified, maintained, withdrawn-after-notice, deemed-withdrawn, refused, restored',
    )
    .requiredOption('--effective <date>', 'the day from which it holds; it may lie in the past')
    .requiredOption('--reason <text>')
    .action(async (given: string, options: DecideOptions, command: Command) => {
      const applications = given.split(',').filter((one) => one.trim() !== '');
      await carryOut<DecidedAnswer>(globalOptions(command), 'decide', { applications, ...options }, showDecided);
    });
  const decisions = program.command('decisions').description('what was decided about abnormal applications');
  decisions
    .command('import')
    .description('take over a list of what was decided elsewhere, in one act')
    .argument('<file>', 'a table: CSV, NDJSON, XLSX, Parquet')
    .requiredOption(
      '--mapping <file>',
      'a mapping of table decisions: number, ground, notified_on, outcome, effective_on',
    )
    .requiredOption('--reason <text>')
    .option('--list <name>', 'name of the list (left out: that of its file)')
    .option('--keep-complete', 'take the rows that are right though others are at fault')
    .action(async (file: string, { mapping, ...options }: ImportOptions, command: Command) => {
      const input = { path: resolve(file), mapping: resolve(mapping), ...options };
      await carryOut<DecisionImportAnswer>(globalOptions(command), 'decisions-import', input, showImport);
    });
  decisions
    .command('list')
    .description('decisions, the newest first')
    .option('--application <id>', 'about this application alone, with what they come to')
    .option('--limit <number>', 'decisions a page (left out: 50)', wholeNumber)
    .option('--after <key>', '`next` of the page before')
    .action(async (options: object, command: Command) => {
      await carryOut<DecisionsAnswer>(globalOptions(command), 'decisions-list', options, showList);
    });
  decisions
    .command('undo')
    .description('take back what an act decided; vintages that rest on it stay')
    .argument('<act>', 'number of the act', wholeNumber)
    .requiredOption('--reason <text>')
    .action(async (act: number, { reason }: { reason: string }, command: Command) => {
      await carryOut<DecidedAnswer>(globalOptions(command), 'decisions-undo', { act, reason }, showDecided);
    });
  decisions
    .command('rules')
    .description('the grounds, and the policy of deductions')
    .action(async (_: object, command: Command) => {
      await carryOut<DecisionRules>(globalOptions(command), 'decision-rules', {}, showRules);
    });
}

function showDecided({ act, ledgerPosition, decisions, facts, undone }: DecidedAnswer): string {
  const lines = facts.map(({ id, notifiedOn, deductedOn, deductionGround, restoredOn }) => ({
    ...{ application: id, notified: notifiedOn, deducted: deductedOn, ground: deductionGround, restored: restoredOn },
  }));
  const done = undone === null ? 'decided' : 'taken back';
  const head = `act ${act}: ${decisions} ${done}; vintages from ledger position ${ledgerPosition} on have it`;
  return lines.length === 0
    ? head
    : `${head}\n${textTable(lines, ['application', 'notified', 'deducted', 'ground', 'restored'])}`;
}

function showImport(answer: DecisionImportAnswer): string {
  const { read, loaded, duplicates, ignored, quarantined, unknown, outsideGround, outcomes, faults } = answer;
  const sums = `read ${read} = loaded ${loaded} + duplicates ${duplicates} + ignored ${ignored} + quarantined ${quarantined}`;
  const told = Object.entries(outcomes).map(([outcome, decisions]) => ({ outcome, decisions }));
  const notes = [
    ...(unknown === 0 ? [] : [`${unknown} applications are not in the newest release`]),
    ...(outsideGround === 0 ? [] : [`${outsideGround} decisions lie outside the days of their ground`]),
    ...faults.map(({ line, position, field, found, expected }) =>
      [line === null ? `byte ${position}` : `line ${line}`, field, `found ${found}`, `expected ${expected}`].join(', '),
    ),
  ];
  return [showDecided(answer), sums, textTable(told, ['outcome', 'decisions']), ...notes].join('\n');
}

function showList({ rows, fact, next }: DecisionsAnswer): string {
  const lines = rows.map(({ undone, ...row }) => ({ ...row, undone: undone === null ? null : `act ${undone.act}` }));
  const names = [
    'application',
    'ground',
    'outcome',
    'effectiveOn',
    'act',
    'person',
    'time',
    'list',
    'reason',
    'undone',
  ] as const;
  const deducted =
    fact === null
      ? []
      : [`deducted: ${fact.deductedOn === null ? 'no' : `since ${fact.deductedOn} on ${fact.deductionGround}`}`];
  return [textTable(lines, names), ...deducted, ...(next === null ? [] : [`more: --after ${next}`])].join('\n');
}

function showRules({ grounds, policy, waiting }: DecisionRules): string {
  const lines = grounds.map(({ id, names, source, validFrom, validTo, provisional }) => ({
    ...{ id, name: names.en, article: source.article, from: validFrom, to: validTo, provisional },
  }));
  const rules = policy.rules.map(({ validFrom, validTo, outcomes, from }) => ({
    ...{ from: validFrom, to: validTo, deducts: outcomes, since: from },
  }));
  return [
    textTable(lines, ['id', 'name', 'article', 'from', 'to', 'provisional']),
    textTable(rules, ['from', 'to', 'deducts', 'since']),
    `${waiting} acts since the newest vintage`,
  ].join('\n');
}
