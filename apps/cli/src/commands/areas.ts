import type { SettledAnswer, SettledRow, UnresolvedAnswer } from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';
import { wholeNumber } from './whole-number.js';

interface UnresolvedOptions {
  readonly words?: string;
  readonly only?: string;
  readonly limit?: number;
  readonly after?: string;
}

/** areas unresolved, settled, settle, unsettle. */
export function registerAreaCommands(program: Command): void {
  const areas = program.command('areas').description('addresses whose area is open, and what people settled');
  areas
    .command('unresolved')
    .description('addresses whose area is not known, or that several areas share, with candidates')
    .option('--words <text>', 'only addresses with these characters')
    .option('--only <sort>', 'candidates: may mean several areas; nothing: name none')
    .option('--limit <number>', 'addresses a page (left out: 50)', wholeNumber)
    .option('--after <key>', '`next` of the page before')
    .action(async (options: UnresolvedOptions, command: Command) => {
      await carryOut<UnresolvedAnswer>(globalOptions(command), 'areas-unresolved', options, showUnresolved);
    });
  areas
    .command('settled')
    .description('settled addresses, the newest first, and what the next release takes in of them')
    .option('--limit <number>', 'addresses a page (left out: 50)', wholeNumber)
    .option('--after <number>', '`next` of the page before')
    .action(async (options: { limit?: number; after?: string }, command: Command) => {
      await carryOut<SettledAnswer>(globalOptions(command), 'areas-settled', options, showSettled);
    });
  areas
    .command('settle')
    .description('settle where addresses lie; the next release has it')
    .argument('<id>', 'of an unresolved address; several with commas between them')
    .argument('<area>', 'GB/T 2260 code of a province, city or county, or an ST.3 code')
    .requiredOption('--reason <text>')
    .action(async (ids: string, area: string, { reason }: { reason: string }, command: Command) => {
      const input = { ids: ids.split(',').filter((one) => one !== ''), area, reason };
      await carryOut<SettledRow[]>(globalOptions(command), 'areas-settle', input, tableOf);
    });
  areas
    .command('unsettle')
    .description('take back where an address lies; releases that have it keep it')
    .argument('<id>')
    .requiredOption('--reason <text>')
    .option('--act <number>', 'the act that is undone, as it was looked at', wholeNumber)
    .action(async (id: string, { reason, act }: { reason: string; act?: number }, command: Command) => {
      const input = { id, reason, ...(act === undefined ? {} : { act }) };
      await carryOut<SettledRow>(globalOptions(command), 'areas-unsettle', input, (row) => tableOf([row]));
    });
}

function showUnresolved({ open, records, matching, rows, next }: UnresolvedAnswer): string {
  const lines = rows.map(({ candidates, suggested, counted, ...row }) => ({
    ...row,
    counted: counted.area,
    candidates: candidates.map(({ area, elsewhere }) => (elsewhere === 0 ? area : `${area} (${elsewhere})`)),
    suggested: suggested?.area ?? null,
  }));
  const table = textTable(lines, ['id', 'records', 'address', 'country', 'counted', 'candidates', 'suggested']);
  const more = next === null ? [] : [`more: --after ${next}`];
  return [`${open} open addresses in ${records} records, ${matching} asked for`, table, ...more].join('\n');
}

function showSettled({ total, rows, next, nextRelease: { newest, taken, left, records } }: SettledAnswer): string {
  const change = `the next release takes in ${taken} and leaves out ${left} against ${newest ?? 'none'}, in ${records} records`;
  return [`${total} settled; ${change}`, tableOf(rows), ...(next === null ? [] : [`more: --after ${next}`])].join('\n');
}

function tableOf(rows: readonly SettledRow[]): string {
  const lines = rows.map(({ settled, made, undone, ...row }) => ({
    ...row,
    area: settled.area,
    ...{ act: made.act, person: made.person, time: made.time, reason: made.reason },
    undone: undone === null ? null : `${undone.person} ${undone.time} ${undone.reason}`,
  }));
  return textTable(lines, [
    'id',
    'address',
    'area',
    'records',
    'standing',
    'act',
    'person',
    'time',
    'reason',
    'undone',
  ]);
}
