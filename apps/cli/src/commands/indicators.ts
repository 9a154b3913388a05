import { resolve } from 'node:path';
import type { IndicatorAnswer, IndicatorCheckAnswer, IndicatorListItem } from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';

/** indicator list, show, check. */
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
    .description('a definition with its source, parts, parameters, SQL and closure')
    .argument('<id>')
    .action(async (id: string, _options: object, command: Command) => {
      await carryOut<IndicatorAnswer>(globalOptions(command), 'indicator-show', { id }, showIndicator);
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
}

function showIndicator({ definition, sql, expressions, parts, closure }: IndicatorAnswer): string {
  const parameters = 'parameters' in definition ? definition.parameters : [];
  return [
    definition.text.trimEnd(),
    ...section(
      'parameters',
      parameters.map(({ names, ...one }) => ({ ...one, 'zh-Hans': names['zh-Hans'], en: names.en })),
      ['name', 'type', 'value', 'zh-Hans', 'en', 'provisional'],
    ),
    ...section('parts', parts, [
      'name',
      'indicator',
      'kind',
      'breakdown',
      'statistic',
      'origin',
      'period',
      'area',
      'unit',
    ]),
    ...section(
      'expressions',
      expressions.map(({ place, text, sql: written }) => ({ place, text, ...written })),
      ['place', 'text', 'duckdb', 'trino'],
    ),
    ...section('closure', closure.length === 1 ? [] : closure, ['id', 'kind', 'hash']),
    ...(sql === null ? [] : ['', '-- SQL', sql]),
  ].join('\n');
}

function section(title: string, rows: readonly object[], columns: readonly string[]): string[] {
  return rows.length === 0 ? [] : ['', `-- ${title}`, textTable(rows as Record<string, unknown>[], columns)];
}
