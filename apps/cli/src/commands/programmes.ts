import { resolve } from 'node:path';
import type { GuidelineAnswer, GuidelineDraftRow, ProgrammeAnswer, ProgrammeRow, ShownClause } from '@zhiheng/office';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';
import { registerProgrammeComparison } from './programme-comparison.js';
import { registerReviewCommands } from './programme-review.js';

/** programme import, draft, drafts, list, show; comparable, compare; review, decide, accept, roll. */
export function registerProgrammeCommands(program: Command): void {
  const programme = program.command('programme').description("a year's programme, and the guidelines it comes from");
  programme
    .command('import')
    .description('read a guideline as it lies on the web; what was read is kept as a draft, nothing of it is accepted')
    .argument('<file>', 'TXT, HTML, DOCX, or PDF with text')
    .action(async (file: string, _: object, command: Command) => {
      await carryOut<GuidelineAnswer>(
        globalOptions(command),
        'programme-import',
        { path: resolve(file) },
        showGuideline,
      );
    });
  programme
    .command('draft')
    .description('a guideline that was imported, as it was read')
    .argument('<draft>', 'a draft of `programme drafts`')
    .action(async (draft: string, _: object, command: Command) => {
      await carryOut<GuidelineAnswer>(globalOptions(command), 'programme-draft', { draft }, showGuideline);
    });
  programme
    .command('drafts')
    .description('the guidelines that were imported and the next years that were made, the newest first')
    .action(async (_: object, command: Command) => {
      await carryOut<GuidelineDraftRow[]>(globalOptions(command), 'programme-drafts', {}, showDrafts);
    });
  programme
    .command('list')
    .description('the programmes in force')
    .action(async (_: object, command: Command) => {
      await carryOut<ProgrammeRow[]>(globalOptions(command), 'programme-list', {}, showProgrammes);
    });
  programme
    .command('show')
    .description('aims, duties and requirements of a programme, with owners, steps and links')
    .argument('<id>', 'a programme of `programme list`')
    .option('--clause <id>', 'one clause alone')
    .action(async (id: string, options: { clause?: string }, command: Command) => {
      await carryOut<ProgrammeAnswer>(globalOptions(command), 'programme-show', { id, ...options }, showClauses);
    });
  registerReviewCommands(programme);
  registerProgrammeComparison(programme);
}

function showGuideline(answer: GuidelineAnswer): string {
  const { draft, known, title, number, issuedOn, noise, repeated, differences, sections, targets, handIns } = answer;
  const parts = [
    `${draft}${known ? ' (known)' : ''}: ${title ?? 'without a title'}${number === null ? '' : `, ${number}`}${issuedOn === null ? '' : `, ${issuedOn}`}`,
    ...repeated.map(({ lines, of }) => `lines ${lines.join('-')} repeat lines ${of.join('-')}`),
    ...differences.map(
      ({ original, texts }) =>
        `line ${original.line}, column ${original.from}: the copies differ: ${texts.join(' / ')}`,
    ),
    ...sections.map(({ title: heading, role, items }) => {
      const lines = items.map(
        (item) => `  ${item.number} ${item.title}${item.owners.length === 0 ? '' : ` (${item.owners.join('、')})`}`,
      );
      return [`${role}: ${heading ?? ''}`, ...lines].join('\n');
    }),
    table(
      'does not belong',
      noise.map((run) => ({ ...run, around: `${run.before}[${run.text}]${run.after}` })),
      ['line', 'column', 'text', 'confidence', 'around'],
    ),
    table(
      'targets',
      targets.map((one) => ({ ...one, owners: one.owners.join('、') })),
      ['kind', 'subject', 'limit', 'unit', 'due', 'owners'],
    ),
    table(
      'hand-ins',
      handIns.map((one) => ({ ...one, forms: one.forms.join(', ') })),
      ['due', 'to', 'forms'],
    ),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function table<Row extends object>(
  heading: string,
  rows: readonly Row[],
  columns: readonly (keyof Row & string)[],
): string {
  return rows.length === 0 ? '' : `${heading}:\n${textTable(rows, columns)}`;
}

function showDrafts(rows: GuidelineDraftRow[]): string {
  return textTable(rows, [
    'draft',
    'kind',
    'title',
    'year',
    'items',
    'targets',
    'noise',
    'programme',
    'importedAt',
    'importedBy',
  ]);
}

function showProgrammes(rows: ProgrammeRow[]): string {
  const lines = rows.map(({ names, handIn, ...row }) => ({ ...row, name: names['zh-Hans'], due: handIn.due }));
  return textTable(lines, ['id', 'name', 'year', 'number', 'targets', 'due']);
}

function showClauses({ id, names, sections }: ProgrammeAnswer): string {
  const lines = sections.flatMap((section) => [
    `${section.role}: ${section.names['zh-Hans']}`,
    ...section.items.flatMap((item) => [
      `  ${item.number} ${item.names['zh-Hans']}`.trimEnd(),
      ...item.clauses.map((clause) => `    ${clauseLine(clause)}`),
    ]),
  ]);
  return [`${id}: ${names['zh-Hans']}`, ...lines].join('\n');
}

/** `3b 地理标志统一认定 — 保护司 — flow gi-recognition (not built)`. */
function clauseLine({ id, names, owners, proposed, due, flows, targets }: ShownClause): string {
  const answering = owners.length > 0 ? owners.join('、') : `proposed: ${proposed.join('、')}`;
  return [
    `${id} ${names['zh-Hans']}`,
    answering,
    ...(due === null ? [] : [`due ${due}`]),
    ...targets.map((target) => `target ${target.id}`),
    ...flows.map((flow) => `flow ${flow.id}${flow.built ? '' : ' (not built)'}`),
  ].join(' — ');
}
