import type {
  CorrectionAnswer,
  FigureExplanation,
  FigureHistory,
  VintageAnswer,
  VintageComparison,
  VintageShown,
} from '@zhiheng/office';
import { type Language, namedBreakdown } from '@zhiheng/vocabulary';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { languageOfNames, languageOfPublications, readersLanguage } from '../readers-language.js';
import { carryOut, withFailures } from '../runtime.js';
import { textTable } from '../text-table.js';
import { several } from './several.js';
import { wholeNumber } from './whole-number.js';

interface Compared {
  readonly indicator?: string;
  readonly area?: string[];
  readonly period?: string[];
  readonly limit: number;
  readonly offset: number;
  readonly language?: string;
}

/** vintage list, show, compare, explain, publish, sign, return, withdraw, notices, history; explain. */
export function registerVintageCommands(program: Command): void {
  const vintage = program.command('vintage').description('computed figures as of one release and day');
  vintage
    .command('list')
    .description('all vintages, the oldest first')
    .action(async (_options: object, command: Command) => {
      await carryOut<VintageAnswer[]>(globalOptions(command), 'vintage-list', {}, (rows) =>
        textTable(rows, [
          ...(['vintage', 'release', 'effective', 'ledgerPosition', 'indicators', 'createdAt'] as const),
          ...(['computedBy', 'standing'] as const),
        ]),
      );
    });
  vintage
    .command('show')
    .description('what a vintage rests on, and what it holds')
    .argument('<name>')
    .action(async (name: string, _options: object, command: Command) => {
      await carryOut<VintageShown>(globalOptions(command), 'vintage-show', { name }, showVintage);
    });
  vintage
    .command('compare')
    .description('every value that differs between two vintages, the largest difference first')
    .argument('<before>')
    .argument('<after>')
    .option('--indicator <id>', 'left out: all')
    .option('--area <area...>', 'areas; provinces for all provincial units; left out: all that are kept', several)
    .option('--period <period...>', '2023, 2023-H1, 2023-Q2, 2023-05, 2023-05-YTD; left out: all', several)
    .option('--limit <n>', 'rows at most', wholeNumber, 50)
    .option('--offset <n>', 'leave out so many of the largest', wholeNumber, 0)
    .option('--language <language>', languageOfNames)
    .action(async (before: string, after: string, { language, ...options }: Compared, command: Command) => {
      const global = globalOptions(command);
      await withFailures(global, async () => {
        const reader = readersLanguage(language);
        await carryOut<VintageComparison>(
          global,
          'vintage-compare',
          { ...options, before, after, counted: true },
          (comparison) => showComparison(comparison, reader),
          ({ rows }) => rows,
        );
      });
    });
  registerPublishing(vintage);
  registerHistory(vintage);
  explained(
    vintage.command('explain').argument('<before>').argument('<after>').requiredOption('--indicator <id>'),
    (before, after, { indicator }) => ({ before, after, indicator }),
  );
  explained(
    program
      .command('explain')
      .argument('<indicator>')
      .requiredOption('--between <vintages...>', 'two vintages, the earlier one first', several),
    (indicator, _, { between }) => ({ indicator, before: between?.[0], after: between?.[1] }),
  );
}

const steps = [
  ['publish', 'vintage-publish', 'propose to publish a vintage; a second person signs it', true],
  ['sign', 'vintage-sign', 'publish what another person proposed and computed', false],
  ['return', 'vintage-return', 'give a proposal back', true],
  ['withdraw', 'vintage-withdraw', 'take one’s own proposal back', true],
] as const;

function registerPublishing(vintage: Command): void {
  for (const [step, name, description, needsReason] of steps) {
    const command = vintage.command(step).description(description).argument('<vintage>');
    const reason = 'kept for good';
    (needsReason
      ? command.requiredOption('--reason <text>', reason)
      : command.option('--reason <text>', reason)
    ).action(async (named: string, options: { reason?: string }, command: Command) => {
      await carryOut<VintageShown>(globalOptions(command), name, { ...options, vintage: named }, showVintage);
    });
  }
  vintage
    .command('notices')
    .description('correction notices: which published values were replaced, and why; the newest first')
    .action(async (_options: object, command: Command) => {
      await carryOut<CorrectionAnswer[]>(globalOptions(command), 'vintage-notices', {}, (rows) =>
        textTable(rows, ['time', 'vintage', 'corrects', 'values', 'reason']),
      );
    });
}

function registerHistory(vintage: Command): void {
  vintage
    .command('history')
    .description('what a figure was in each vintage and each published edition, the newest first')
    .argument('<indicator>')
    .requiredOption('--area <area>', 'one area')
    .requiredOption('--period <period>', 'one period')
    .option('--by <breakdown>', 'kind=invention, or several: kind=invention,holder_type=university')
    .option('--statistic <statistic>', 'of a duration; left out: all')
    .option('--office <office>', 'granting office (ST.3)')
    .option('--dataset <dataset>', 'real or synthetic')
    .option('--limit <n>', 'vintages at most', wholeNumber, 20)
    .option('--from <vintage>', 'continue with this vintage')
    .option('--language <language>', languageOfPublications)
    .action(async (indicator: string, { language, ...options }: { language?: string }, command: Command) => {
      const global = globalOptions(command);
      await withFailures(global, async () => {
        const reader = readersLanguage(language);
        await carryOut<FigureHistory>(global, 'vintage-history', { ...options, indicator, counted: true }, (history) =>
          showHistory(history, reader),
        );
      });
    });
}

function showHistory({ revisions, editions }: FigureHistory, language: Language): string {
  const rows = revisions.flatMap(({ values, reasons, publication, computedBy, ...revision }) =>
    values.map((value) => ({
      ...{ ...revision, ...value, computedBy: computedBy.join(', ') },
      ...{ publishedBy: publication?.signedBy ?? null, reasons: reasonsText(reasons) },
    })),
  );
  const columns = [
    ...(['createdAt', 'vintage', 'standing', 'dataset', 'statistic', 'value', 'status'] as const),
    ...(['computedBy', 'publishedBy', 'reasons'] as const),
  ];
  const published = editions.map(({ publication: { publishedOn, words }, superseded }) => ({
    ...{ publishedOn, superseded },
    ...{ asPublished: words.asPublished[language], source: words.source[language] },
  }));
  return `${textTable(rows, columns)}\n${textTable(published, ['publishedOn', 'asPublished', 'superseded', 'source'])}`;
}

interface Explained {
  readonly indicator?: string;
  readonly between?: string[];
}

/** Two ways to say the same. */
function explained(command: Command, read: (first: string, second: string, options: Explained) => object): void {
  command
    .description('why a figure differs between two vintages: records added, removed, changed; definition, reference')
    .requiredOption('--area <area>', 'one area')
    .requiredOption('--period <period>', 'one period')
    .option('--by <breakdown>', 'kind=invention, or several: kind=invention,holder_type=university')
    .option('--part <part>', 'numerator, denominator or base; of a made figure the name of a part')
    .option('--statistic <statistic>', 'of a duration: survival-median opens its cohort')
    .option('--office <office>', 'granting office (ST.3)')
    .option('--dataset <dataset>', 'real or synthetic')
    .option('--side <side>', 'list records that are added, removed, or count in both')
    .option('--limit <n>', 'records at most', wholeNumber, 20)
    .option('--from <id>', 'continue after this record')
    .action(async (first: string, ...rest: unknown[]) => {
      const command = rest.at(-1) as Command;
      const options = command.opts<Explained & Record<string, unknown>>();
      const { between: _, indicator: __, ...asked } = options;
      const second = typeof rest[0] === 'string' ? rest[0] : '';
      await carryOut<FigureExplanation>(
        globalOptions(command),
        'explain',
        { ...asked, ...read(first, second, options) },
        showExplanation,
      );
    });
}

function showVintage(shown: VintageShown): string {
  const { definitions, reference, datasets, publication, proposal, acts, ...rest } = shown;
  const facts = Object.entries(rest).map(([name, value]) => ({ name, value: String(value) }));
  const more = [
    ...Object.entries(reference).map(([name, value]) => ({ name: `reference ${name}`, value })),
    ...(publication === null
      ? []
      : [{ name: 'published', value: `${publication.time} ${publication.signedBy}: ${publication.reason}` }]),
    ...(proposal === null
      ? []
      : [{ name: proposal.state, value: `${proposal.proposedAt} ${proposal.proposedBy}: ${proposal.reason}` }]),
    { name: 'next', value: acts.join(', ') },
    ...datasets.map(({ office, dataset }) => ({ name: 'dataset', value: `${office} ${dataset}` })),
  ];
  return `${textTable([...facts, ...more], ['name', 'value'])}\n${textTable(definitions, ['id', 'kind', 'values', 'hash'])}`;
}

function showComparison({ totals, rows }: VintageComparison, language: Language): string {
  const head = `compared ${totals.compared}, equal ${totals.equal}, different ${totals.different}`;
  const told = rows.map(({ reasons, ...row }) => ({
    ...row,
    breakdown: namedBreakdown(row, language),
    reasons: reasonsText(reasons),
  }));
  const columns = [
    ...(['indicator', 'office', 'dataset', 'area', 'period', 'breakdown', 'statistic'] as const),
    ...(['before', 'after', 'size', 'reasons'] as const),
  ] as const;
  return `${head}\n${textTable(told, columns)}`;
}

function reasonsText(reasons: FigureExplanation['reasons']): string {
  return reasons.map(({ kind, count }) => (count === null ? kind : `${kind} ${count}`)).join(', ');
}

function showExplanation({ values, reasons, records, parts, page }: FigureExplanation): string {
  const lines = [
    textTable(values, ['origin', 'dataset', 'statistic', 'before', 'after', 'unit', 'beforeStatus', 'afterStatus']),
    `reasons: ${reasonsText(reasons) || 'none'}`,
  ];
  if (records !== null) {
    const { before, after, both, added, removed } = records;
    lines.push(
      `records: ${before} + ${added.total} added - ${removed.total} removed = ${after}; ${both} in both`,
      `  added: ${added.fresh} new in the later release, ${added.admitted} now counted`,
      `  removed: ${removed.gone} gone from the later release, ${removed.leftOut} no longer counted`,
    );
  }
  if (parts.length > 0) lines.push(textTable(parts, ['part', 'indicator', 'area', 'period', 'before', 'after']));
  if (page !== null) {
    const { side, total, visible, withheldByRight, rows } = page;
    lines.push(`${side}: total ${total}, visible ${visible}, withheld by right ${withheldByRight}`);
    lines.push(textTable(rows, ['id', 'kind', 'holder', 'area', 'countedOn', 'otherwise', 'leftOutThere']));
  }
  return lines.join('\n');
}
