import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type {
  ClassificationComparison,
  ClassificationLoad,
  ClassificationRow,
  EditionsAnswer,
  GivenTable,
  TableProposalRow,
} from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { readText } from '../read-text.js';
import { carryOut, withFailures } from '../runtime.js';
import { textTable } from '../text-table.js';

/** classification list, editions, load, proposals, accept, return, withdraw, compare. */
export function registerClassificationCommands(program: Command): void {
  const classification = program
    .command('classification')
    .description('concordance tables: which patents belong to an industry or a technology');
  classification
    .command('list')
    .description('the tables in force and the slots, with their codes, patterns and what the tree of the IPC lacks')
    .action(async (_options: object, command: Command) => {
      await carryOut<ClassificationRow[]>(globalOptions(command), 'classification-list', {}, showTables);
    });
  classification
    .command('editions')
    .description('what symbols of the IPC are in other editions; of a table, what may belong and does not count')
    .argument('[table]')
    .action(async (table: string | undefined, _options: object, command: Command) => {
      await carryOut<EditionsAnswer>(globalOptions(command), 'classification-editions', { table }, showEditions);
    });
  classification
    .command('load')
    .description(
      "an office's own table, in the place of the one of its id or for its slot; it holds when a second person accepted it",
    )
    .argument('<file>')
    .option('--reason <text>', 'kept for good')
    .action(async (file: string, { reason }: { reason?: string }, command: Command) => {
      const options = globalOptions(command);
      await withFailures(options, async () => {
        const given = { text: await readText(file), file: basename(file), ...(reason !== undefined && { reason }) };
        await carryOut<ClassificationLoad>(options, 'classification-load', given, showLoad);
      });
    });
  registerProposals(classification);
  classification
    .command('compare')
    .description('codes and patterns that differ, and records whose codes do: by ids, ID@shipped, ID@proposed or files')
    .argument('<a>')
    .argument('<b>')
    .action(async (a: string, b: string, _options: object, command: Command) => {
      const options = globalOptions(command);
      await withFailures(options, async () => {
        const sides = { a: await sideOf(a), b: await sideOf(b) };
        await carryOut<ClassificationComparison>(options, 'classification-compare', sides, showComparison);
      });
    });
}

const steps = [
  ['accept', 'classification-accept', 'put a table in force that another person loaded', false],
  ['return', 'classification-return', 'give a loaded table back', true],
  ['withdraw', 'classification-withdraw', 'take a table back that one loaded', true],
] as const;

function registerProposals(classification: Command): void {
  classification
    .command('proposals')
    .description('own tables that wait for a second person')
    .action(async (_options: object, command: Command) => {
      await carryOut<TableProposalRow[]>(globalOptions(command), 'classification-proposals', {}, showProposals);
    });
  for (const [step, name, description, needsReason] of steps) {
    const command = classification.command(step).description(description).argument('<table>');
    (needsReason
      ? command.requiredOption('--reason <text>', 'kept for good')
      : command.option('--reason <text>', 'kept for good')
    ).action(async (table: string, options: object, given: Command) => {
      await carryOut<TableProposalRow>(globalOptions(given), name, { ...options, table }, (row) =>
        showProposals([row]),
      );
    });
  }
}

function showProposals(rows: readonly TableProposalRow[]): string {
  return textTable(rows, ['table', 'tableVersion', 'file', 'state', 'loadedBy', 'loadedAt', 'reason', 'acts']);
}

/** A file where there is one of that name; else an id, with `@shipped` for what came with the software. */
async function sideOf(given: string): Promise<GivenTable> {
  if (existsSync(given)) return { text: await readText(given), file: basename(given) };
  const [id = '', state] = given.split('@');
  return { id, ...(state === 'shipped' && { shipped: true }), ...(state === 'proposed' && { proposed: true }) };
}

function showTables(rows: readonly ClassificationRow[]): string {
  const table = rows.map(({ id, version, status, own, codes, patterns, absent, provisional, indicators }) => ({
    ...{ id, version, status, own, codes: codes.length, patterns, absent: absent.length, provisional },
    indicators: indicators.join(', '),
  }));
  return textTable(table, [
    'id',
    'version',
    'status',
    'own',
    'codes',
    'patterns',
    'absent',
    'provisional',
    'indicators',
  ]);
}

function showEditions({ rows, standing, version, own }: EditionsAnswer): string {
  const head = `${own ? "the office's own" : 'with the software'}, version ${version}`;
  if (standing === null) {
    const told = rows.map((row) => ({ ...row, new: row.new.join(' ') }));
    return `${head}\n${textTable(told, ['old', 'edition', 'new', 'provisional', 'note'])}`;
  }
  const doubts = standing.doubts.map((doubt) => ({
    ...doubt,
    ...{ others: doubt.others.join(' '), reached: doubt.reached.join(' ') },
  }));
  return [
    `${head}; ${standing.table}: ${standing.carried} symbols of other editions carried over; these may belong and do not count:`,
    textTable(doubts, ['code', 'rule', 'mode', 'symbol', 'others', 'reached']),
  ].join('\n');
}

function showLoad({ faults, loaded }: ClassificationLoad): string {
  if (loaded === null) return textTable(faults, ['file', 'line', 'column', 'code', 'message', 'found', 'expected']);
  const { id, version, changed, indicators, difference } = loaded;
  if (!changed) return `${id} ${version} is in force already`;
  const next = indicators.length === 0 ? 'no indicator' : indicators.join(', ');
  return [
    `${id} ${version} waits for a second person; accepted, it holds from the next compute on. Computed anew then: ${next}`,
    showDifference(difference),
  ].join('\n\n');
}

function showDifference({ codes, patterns }: Pick<ClassificationComparison, 'codes' | 'patterns'>): string {
  const list = (name: string, all: readonly string[]) => (all.length === 0 ? [] : [`${name}: ${all.join(', ')}`]);
  const signed = (sign: string, all: ClassificationComparison['patterns']['added']) =>
    all.map(({ pattern, keyword, ...rest }) => ({
      ...rest,
      change: sign,
      pattern: pattern ?? '',
      keyword: keyword ?? '',
    }));
  const changed = [...signed('+', patterns.added), ...signed('-', patterns.removed)];
  const told = [
    ...list('codes added', codes.added),
    ...list('codes removed', codes.removed),
    ...codes.renamed.map(({ code, before, after }) => `${code}: ${before} → ${after}`),
    ...(changed.length === 0 ? [] : [textTable(changed, ['change', 'code', 'rule', 'mode', 'pattern', 'keyword'])]),
  ];
  return told.length === 0 ? 'codes and patterns are the same' : told.join('\n');
}

function showComparison({ a, b, records, ...difference }: ClassificationComparison): string {
  const side = ({ id, version, from }: ClassificationComparison['a']) => `${id} ${version} (${from})`;
  const told =
    records === null
      ? 'there is no release, so that no records were compared'
      : records.changed.length === 0
        ? `no record of ${records.release} has other codes`
        : textTable(records.changed, ['table', 'code', 'before', 'after', 'joined', 'left']);
  return [`${side(a)} → ${side(b)}`, showDifference(difference), told].join('\n\n');
}
