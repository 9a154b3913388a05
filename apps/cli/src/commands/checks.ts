import { resolve } from 'node:path';
import type { CheckAnswer, CheckHistoryRow, CheckRowsAnswer, CheckShowAnswer } from '@zhiheng/office';
import { type Command, InvalidArgumentError } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';

/** check, check rows, check history. */
export function registerCheckCommands(program: Command): void {
  const check = program
    .command('check')
    .description('what the checks find in the records; exit 1 when an error finds rows or did not run')
    .option('--release <name>', 'left out: what is loaded, and would be frozen')
    .action(async ({ release }: { release?: string }, command: Command) => {
      await carryOut<CheckAnswer[]>(globalOptions(command), 'check', { release }, showChecks);
    });
  check
    .command('rows')
    .description('the rows behind one check')
    .argument('<id>')
    .option('--limit <n>', 'rows a page', rowsOf)
    .option('--after <key>', 'the next of the page before')
    .option('--out <file>', 'all of them as CSV')
    .action(async (id: string, { out, ...page }: RowsOptions, command: Command) => {
      const { release } = command.optsWithGlobals<{ release?: string }>();
      const input = { id, ...page, release, ...(out === undefined ? {} : { out: resolve(out) }) };
      await carryOut<CheckRowsAnswer>(globalOptions(command), 'check-rows', input, showRows);
    });
  check
    .command('show')
    .description('one check: how it is made, how it stands, what it found in each release')
    .argument('<id>')
    .action(async (id: string, _options: object, command: Command) => {
      const { release } = command.optsWithGlobals<{ release?: string }>();
      await carryOut<CheckShowAnswer>(globalOptions(command), 'check-show', { id, release }, showCheck);
    });
  check
    .command('history')
    .description('what one check found in each release')
    .argument('<id>')
    .action(async (id: string, _options: object, command: Command) => {
      await carryOut<CheckHistoryRow[]>(globalOptions(command), 'check-history', { id }, (rows) =>
        textTable(rows, ['release', 'createdAt', 'count', 'ran', 'accepted']),
      );
    });
}

interface RowsOptions {
  readonly limit?: number;
  readonly after?: string;
  readonly out?: string;
}

function rowsOf(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 1000) return value;
  throw new InvalidArgumentError('a whole number from 1 to 1000');
}

function showChecks(checks: CheckAnswer[]): string {
  const found = checks.filter(({ ran, count }) => !ran || count !== 0);
  const rows = found.map((one) => ({ ...one, what: one.fault?.message ?? one.names?.en, advice: one.advice?.en }));
  const clean = `${checks.length - found.length} of ${checks.length} checks find nothing`;
  return found.length === 0 ? clean : `${textTable(rows, ['id', 'severity', 'count', 'what', 'advice'])}\n${clean}`;
}

function showCheck({ standing, text, sql, history }: CheckShowAnswer): string {
  const { state, count, fault } = standing;
  const found = state === 'pending' ? 'not run yet' : (count ?? `did not run: ${fault?.message ?? ''}`);
  const before = history.map((row) => `${row.release}: ${row.count ?? 'did not run'}`);
  return [text.trimEnd(), ...(sql === null ? [] : [sql]), `found: ${found}`, ...before].join('\n\n');
}

function showRows({ total, visible, withheldByRight, rows, next }: CheckRowsAnswer): string {
  const lines = textTable(rows, ['id', 'position', 'values']);
  const sum = `${total} rows: ${visible} visible, ${withheldByRight} withheld by right`;
  return next === null ? `${lines}\n${sum}` : `${lines}\n${sum}; further ones with --after '${next}'`;
}
