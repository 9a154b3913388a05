import { resolve } from 'node:path';
import type { IndicatorAnswer, IndicatorCheckAnswer, IndicatorListItem } from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';
import { registerDraftCommands } from './drafts.js';

/** indicator list, show, check, and the commands of drafts. */
export function registerIndicatorCommands(program: Command): void {
  const indicator = program.command('indicator').description('definitions of figures');
  indicator
    .command('list')
    .description('all definitions')
    .action(async (_options: object, command: Command) => {
      await carryOut<IndicatorListItem[]>(globalOptions(command), 'indicator-list', {}, (rows) =>
        textTable(
          rows.map((row) => ({ ...row, 'zh-Hans': row.names['zh-Hans'], en: row.names.en })),
          ['id', 'zh-Hans', 'en', 'unit', 'kind', 'provisional'],
        ),
      );
    });
  indicator
    .command('show')
    .description('a definition with its SQL and source')
    .argument('<id>')
    .action(async (id: string, _options: object, command: Command) => {
      await carryOut<IndicatorAnswer>(globalOptions(command), 'indicator-show', { id }, ({ definition, sql }) =>
        [definition.text.trimEnd(), ...(sql === null ? [] : ['', '-- SQL', sql])].join('\n'),
      );
    });
  indicator
    .command('check')
    .description('whether a file is a definition; each fault with line and column')
    .argument('<file>')
    .action(async (file: string, _options: object, command: Command) => {
      await carryOut<IndicatorCheckAnswer>(
        globalOptions(command),
        'indicator-check',
        { file: resolve(file) },
        ({ ok, faults }) => (ok ? 'ok' : textTable(faults, ['file', 'line', 'column', 'code', 'message', 'expected'])),
      );
    });
  registerDraftCommands(indicator);
}
