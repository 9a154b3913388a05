import { basename, resolve } from 'node:path';
import type { CalendarAnswer, DeadlineAnswer } from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { readText } from '../read-text.js';
import { carryOut, withFailures } from '../runtime.js';
import { textTable } from '../text-table.js';
import { anyWholeNumber } from './whole-number.js';

/** calendar show, set, import, deadline. */
export function registerCalendarCommands(program: Command): void {
  const calendar = program.command('calendar').description('the working calendar');
  calendar
    .command('show')
    .description('a year: what is published, and the days that are not as the week says')
    .argument('[year]', 'left out: this year', anyWholeNumber)
    .action(async (year: number | undefined, _options: object, command: Command) => {
      await carryOut<CalendarAnswer>(globalOptions(command), 'calendar-show', { ...(year && { year }) }, shown);
    });
  calendar
    .command('set')
    .description('set a day')
    .argument('<date>')
    .argument('<kind>', 'holiday, workday, week (as the week says), from or until (what is published)')
    .requiredOption('--name <name>', 'the festival, or the year for a bound')
    .requiredOption('--source <text>', 'the notice')
    .requiredOption('--reason <text>')
    .action(
      async (
        date: string,
        kind: string,
        { name, source, reason: why }: { name: string; source: string; reason: string },
        command: Command,
      ) => {
        const input = { date, kind, name, source, why };
        await carryOut<{ act: number }>(globalOptions(command), 'calendar-set', input, ({ act }) => `act ${act}`);
      },
    );
  calendar
    .command('import')
    .description('set every day of a CSV (date,kind,name,source), all or none')
    .argument('<file>')
    .requiredOption('--reason <text>')
    .action(async (file: string, { reason: why }: { reason: string }, command: Command) => {
      const global = globalOptions(command);
      await withFailures(global, async () => {
        const input = { text: await readText(resolve(file)), name: basename(file), why };
        await carryOut<{ act: number }>(global, 'calendar-import', input, ({ act }) => `act ${act}`);
      });
    });
  calendar
    .command('deadline')
    .description('the day after so many working days')
    .argument('<from>', 'a day')
    .argument('<days>', 'working days', anyWholeNumber)
    .action(async (from: string, workingDays: number, _options: object, command: Command) => {
      await carryOut<DeadlineAnswer>(globalOptions(command), 'deadline', { from, workingDays }, (found) =>
        found.provisional ? `${found.day} (provisional: beyond the published calendar)` : found.day,
      );
    });
}

function shown({ year, publishedFrom, publishedUntil, days }: CalendarAnswer): string {
  const rows = days
    .filter(({ name }) => name !== null)
    .map(({ day, working, name, source }) => ({ day, working: working ? 'work' : 'off', name, source }));
  return [
    `${year}, published from ${publishedFrom ?? '–'} until ${publishedUntil ?? '–'}`,
    textTable(rows, ['day', 'working', 'name', 'source']),
  ].join('\n');
}
