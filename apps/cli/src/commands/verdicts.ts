import type { TargetAnswer } from '@zhiheng/office';
import type { Verdict } from '@zhiheng/programme';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';
import { several } from './several.js';

const columns = [
  'target',
  'part',
  'indicator',
  'value',
  'limit',
  'unit',
  'period',
  'verdict',
  'basis',
  'reason',
] as const satisfies readonly (keyof Verdict)[];

/** verdicts, verdict. */
export function registerVerdictCommands(program: Command): void {
  program
    .command('verdicts')
    .description('targets of a programme and whether they are met')
    .option('--programme <id>', 'left out: the newest')
    .option('--vintage <name>', 'left out: the newest, if any; with --effective the newest of that day or before')
    .option(
      '--area <area...>',
      'the targets that regions set for themselves; provinces for all provincial units',
      several,
    )
    .option('--effective <date>', 'judge as of a day; left out: that of the vintage, else today')
    .action(async (options: { area?: string[] }, command: Command) => {
      await carryOut<Verdict[]>(globalOptions(command), 'verdicts', options, (rows) => {
        if (options.area === undefined) return textTable(rows, columns);
        return rows.length === 0
          ? `no target is set for ${options.area.join(', ')}`
          : textTable(rows, ['area', ...columns]);
      });
    });

  program
    .command('verdict')
    .description('how one target is judged, step by step')
    .argument('<target>', 'a target or a group of targets')
    .option('--programme <id>', 'left out: the newest')
    .option('--vintage <name>', 'left out: the newest, if any; with --effective the newest of that day or before')
    .option('--area <area>', 'the target of a region')
    .option('--effective <date>', 'judge as of a day; left out: that of the vintage, else today')
    .action(async (target: string, options: object, command: Command) => {
      await carryOut<TargetAnswer>(globalOptions(command), 'verdict', { ...options, target }, showTarget);
    });
}

function showTarget({ verdict, steps, parts, regions, effective, vintage }: TargetAnswer): string {
  const place = verdict.area === null ? '' : ` in ${verdict.area}`;
  const lines = [
    `${verdict.target}${place}: ${verdict.names.en}`,
    `${verdict.verdict} as of ${effective}${vintage === null ? '' : `, vintage ${vintage}`}`,
    ...steps.map(({ text }, index) => `${index + 1}. ${text.en}`),
    ...verdict.revisions.map(
      ({ effectiveOn, before, after, reason, document }) =>
        `revised from ${effectiveOn}: ${JSON.stringify(before)} → ${JSON.stringify(after)}; ${reason.en} (${document})`,
    ),
  ];
  const inRegions = regions.map((one) => ({ ...one.verdict, area: one.area }));
  return [
    lines.join('\n'),
    ...(parts.length === 0 ? [] : [textTable(parts, columns)]),
    ...(inRegions.length === 0 ? [] : [textTable(inRegions, ['area', ...columns])]),
  ].join('\n\n');
}
