import type {
  DefinitionHistoryAnswer,
  DefinitionPreview,
  DraftAnswer,
  DraftRow,
  PreviewRow,
  PublishedChange,
} from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { readText } from '../read-text.js';
import { carryOut, withFailures } from '../runtime.js';
import { textTable } from '../text-table.js';
import { several } from './several.js';

type Lines = DraftAnswer['difference'];

const marks = { same: ' ', added: '+', removed: '-' } as const;

/** indicator draft, drafts, draft-show, submit, publish, return, withdraw, history, preview. */
export function registerDraftCommands(indicator: Command): void {
  indicator
    .command('draft')
    .description('keep a file as the draft of its indicator; every one is kept, faulty ones too')
    .argument('<file>')
    .option('--note <text>', 'what it changes; kept for good')
    .action(async (file: string, { note }: { note?: string }, command: Command) => {
      const options = globalOptions(command);
      await withFailures(options, async () => {
        const text = await readText(file);
        await carryOut<DraftAnswer>(options, 'indicator-draft', { text, ...(note && { note }) }, showDraft);
      });
    });
  indicator
    .command('drafts')
    .description('drafts that wait for somebody')
    .action(async (_options: object, command: Command) => {
      await carryOut<DraftRow[]>(globalOptions(command), 'indicator-drafts', {}, (rows) =>
        textTable(rows, ['draft', 'indicator', 'state', 'version', 'writtenBy', 'changedBy', 'changedAt', 'acts']),
      );
    });
  indicator
    .command('draft-show')
    .description('a draft beside the definition in force, with its faults')
    .argument('<id>', 'of a draft, or of an indicator for its newest')
    .action(async (id: string, _options: object, command: Command) => {
      await carryOut<DraftAnswer>(globalOptions(command), 'indicator-draft-show', { id }, showDraft);
    });
  indicator
    .command('submit')
    .description('hand a draft in for a second person')
    .argument('<id>', 'of a draft, or of an indicator for its newest')
    .action(async (id: string, _options: object, command: Command) => {
      await carryOut<DraftAnswer>(globalOptions(command), 'indicator-submit', { id }, showDraft);
    });
  registerDecisions(indicator);
  indicator
    .command('history')
    .description('what was published of a definition, by whom and why, the newest first')
    .argument('<id>')
    .action(async (id: string, _options: object, command: Command) => {
      await carryOut<DefinitionHistoryAnswer>(globalOptions(command), 'indicator-history', { id }, showHistory);
    });
  indicator
    .command('preview')
    .description('count a file beside the definition in force, over the newest release; kept nowhere')
    .argument('<file>')
    .option('--area <area...>', 'codes of areas, or several separated by commas', several)
    .option('--period <period...>', '2023, 2023-H1, 2023-Q2, 2023-05; several separated by commas', several)
    .action(async (file: string, asked: { area?: string[]; period?: string[] }, command: Command) => {
      const options = globalOptions(command);
      await withFailures(options, async () => {
        const text = await readText(file);
        await carryOut<DefinitionPreview>(options, 'indicator-preview', { text, ...asked }, showPreview);
      });
    });
}

function registerDecisions(indicator: Command): void {
  const decisions = [
    ['publish', 'put a draft of another person in force'],
    ['return', 'give a draft back to those who wrote it'],
  ] as const;
  for (const [step, description] of decisions) {
    indicator
      .command(step)
      .description(description)
      .argument('<id>', 'of a draft, or of an indicator for its newest')
      .requiredOption('--reason <text>', 'why; kept for good')
      .action(async (id: string, { reason }: { reason: string }, command: Command) => {
        await carryOut<DraftAnswer>(globalOptions(command), `indicator-${step}`, { id, reason }, showDraft);
      });
  }
  indicator
    .command('withdraw')
    .description('end a draft; with --published propose that what stood before the publication in force holds again')
    .argument('<id>', 'of a draft, or of an indicator for its newest')
    .requiredOption('--reason <text>', 'why; kept for good')
    .option('--published', 'the publication in force, which a second person has to agree to', false)
    .action(async (id: string, options: { reason: string; published: boolean }, command: Command) => {
      await carryOut<DraftAnswer>(globalOptions(command), 'indicator-withdraw', { id, ...options }, showDraft);
    });
}

function showDraft(draft: DraftAnswer): string {
  const { check, difference, acts } = draft;
  const head = textTable([draft], ['draft', 'state', 'version', 'writtenBy']);
  const faults = check.ok ? [] : [textTable(check.faults, ['line', 'column', 'code', 'message', 'expected'])];
  const next = acts.length === 0 ? [] : [`possible now: ${acts.join(', ')}`];
  return [head, ...faults, differenceText(difference), ...next].join('\n\n');
}

function differenceText(lines: Lines): string {
  const changed = lines.filter(({ kind }) => kind !== 'same');
  if (changed.length === 0) return 'no line differs from the definition in force';
  return changed
    .map(({ kind, line, before, after }) => `${marks[kind]} ${String(after ?? before).padStart(4)} ${line}`)
    .join('\n');
}

function showHistory({ shipped, shippedChanged, publications }: DefinitionHistoryAnswer): string {
  const told = publications.map(
    ({ act, time, publishedBy, writtenBy, reason, hash, takesBack, difference }: PublishedChange) =>
      [
        `act ${act}, ${time}: published by ${publishedBy}, written by ${writtenBy.join(', ')}`,
        `  ${reason}`,
        ...(takesBack === null ? [] : [`  takes act ${takesBack} back`]),
        `  SHA-256 ${hash}`,
        difference === null ? 'the file that it replaced is not here any more' : differenceText(difference),
      ].join('\n'),
  );
  const file =
    shipped === null ? 'no file came with the software' : `the file of the software: SHA-256 ${shipped.hash}`;
  return [...told, shippedChanged ? `${file}; it has changed since it was replaced` : file].join('\n\n');
}

function showPreview({ rows, compared, added, removed }: DefinitionPreview): string {
  const valued = rows.map(({ draft, inForce, ...row }: PreviewRow) => ({
    ...row,
    draft: draft?.value ?? null,
    inForce: inForce?.value ?? null,
  }));
  const table = textTable(valued, ['area', 'period', 'dataset', 'statistic', 'breakdown', 'draft', 'inForce', 'unit']);
  if (compared === null) return table;
  const place = `${compared.area} ${compared.period} ${compared.dataset}`;
  const listed = ([name, { total, withheldByRight, rows: records }]: [string, DefinitionPreview['added']]) =>
    [
      `${name} in ${place}: ${total}, ${withheldByRight} of them withheld by right`,
      ...(records.length === 0 ? [] : [textTable(records, ['id', 'title', 'area', 'kind', 'countedOn'])]),
    ].join('\n');
  return [table, listed(['newly counted', added]), listed(['no longer counted', removed])].join('\n\n');
}
