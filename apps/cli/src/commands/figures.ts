import { resolve } from 'node:path';
import type { ComputeAnswer, NamedFigureRow, RecordsAnswer } from '@zhiheng/office';
import { type Language, namedBreakdown } from '@zhiheng/vocabulary';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { languageOfNames, languageOfPublications, readersLanguage } from '../readers-language.js';
import { carryOut, withFailures } from '../runtime.js';
import { textTable } from '../text-table.js';
import { several } from './several.js';
import { wholeNumber } from './whole-number.js';

/** compute, figure, records. */
export function registerFigureCommands(program: Command): void {
  program
    .command('compute')
    .description('compute every indicator of a release as a vintage')
    .option('--release <name>', 'left out: the newest')
    .option('--effective <date>', 'what was published and decided by this day counts; left out: today')
    .option('--programme <id>', 'only the indicators that a programme names')
    .action(async (options: object, command: Command) => {
      await carryOut<ComputeAnswer>(globalOptions(command), 'compute', options, (row) =>
        textTable(
          [row],
          ['vintage', 'release', 'effective', 'ledgerPosition', 'indicators', 'observations', 'reused', 'seconds'],
        ),
      );
    });

  program
    .command('figure')
    .description('values of an indicator')
    .argument('<indicator>')
    .option('--area <area...>', 'areas; provinces for all provincial units', several)
    .option('--period <period...>', '2023, 2023-H1, 2023-Q2, 2023-05, 2023-05-YTD', several)
    .option(
      '--by <breakdown>',
      'kind, kind=invention, or several: kind=invention,holder_type; not-told for what records do not tell',
    )
    .option('--origin <origin>', 'published, computed or estimated')
    .option('--office <office>', 'granting office (ST.3)')
    .option('--dataset <dataset>', 'real or synthetic')
    .option('--vintage <name>', 'left out: the newest')
    .option('--language <language>', languageOfNames)
    .action(async (indicator: string, { language, ...options }: { language?: string }, command: Command) => {
      const global = globalOptions(command);
      await withFailures(global, async () => {
        const reader = readersLanguage(language);
        await carryOut<NamedFigureRow[]>(global, 'figure', { ...options, indicator }, (rows) =>
          showFigure(rows, reader),
        );
      });
    });

  program
    .command('records')
    .description('the records behind a figure')
    .argument('<indicator>')
    .requiredOption('--area <area>', 'one area')
    .requiredOption('--period <period>', 'one period')
    .option('--part <part>', 'numerator, denominator or base; of a formula the name of a part')
    .option(
      '--by <breakdown>',
      'kind=invention, or several: kind=invention,holder_type=university; holder_type=not-told',
    )
    .option('--office <office>', 'granting office (ST.3)')
    .option('--dataset <dataset>', 'real or synthetic')
    .option('--origin <origin>', 'published or computed')
    .option('--statistic <statistic>', 'of a duration: survival-median opens its cohort')
    .option('--months <span>', 'of a duration: 12..13, twelve months and more, less than thirteen')
    .option('--left-out', 'the records that do not count, with the reason', false)
    .option('--limit <n>', 'rows at most', wholeNumber, 50)
    .option('--after <id>', 'continue after this record')
    .option('--out <file>', 'write all rows as CSV')
    .option('--vintage <name>', 'left out: the newest')
    .option('--language <language>', languageOfPublications)
    .action(async (indicator: string, { language, ...options }: RecordsOptions, command: Command) => {
      const global = globalOptions(command);
      const out = options.out === undefined ? {} : { out: resolve(options.out) };
      await withFailures(global, async () => {
        const reader = readersLanguage(language);
        await carryOut<RecordsAnswer>(global, 'records', { ...options, ...out, indicator }, (answer) =>
          showRecords(answer, reader),
        );
      });
    });
}

interface RecordsOptions {
  readonly language?: string;
  readonly out?: string;
}

function showFigure(rows: readonly NamedFigureRow[], language: Language): string {
  const told = rows.map((row) => ({ ...row, breakdown: namedBreakdown(row, language) || null }));
  const value = ['breakdown', 'statistic', 'value', 'unit', 'origin', 'dataset', 'status'] as const;
  return textTable(told, ['indicator', 'office', 'area', 'period', ...value]);
}

function showRecords(answer: RecordsAnswer, language: Language): string {
  const head = `total ${answer.total}, visible ${answer.visible}, withheld by right ${answer.withheldByRight}`;
  if (answer.publication !== null) {
    const { publishedOn, words } = answer.publication;
    const note = words.note === null ? '' : `\nnote: ${words.note[language]}`;
    return `published: ${words.source[language]}, ${publishedOn ?? 'date not known'}${note}`;
  }
  const conditions = answer.rows.some((row) => row.conditions !== undefined) ? ['conditions'] : [];
  const share = answer.rows.some((row) => typeof row.share === 'number') ? ['share'] : [];
  const counted = ['countedOn', ...share, 'admittedBy', ...conditions, 'leftOutBy'];
  const columns = ['id', 'kind', 'title', 'holder', 'area', ...counted];
  return `${head}\n${textTable(answer.rows, columns)}`;
}
