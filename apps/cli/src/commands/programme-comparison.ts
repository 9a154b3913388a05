import type { ComparedHead, ComparedTarget, ItemComparison, ProgrammeComparison } from '@zhiheng/programme';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';

/** programme comparable, compare. */
export function registerProgrammeComparison(programme: Command): void {
  programme
    .command('comparable')
    .description('what can be compared: programmes in force and imported guidelines')
    .action(async (_: object, command: Command) => {
      await carryOut<ComparedHead[]>(globalOptions(command), 'programme-comparable', {}, (rows) =>
        textTable(rows, ['id', 'kind', 'title', 'number', 'year', 'issuedOn']),
      );
    });
  programme
    .command('compare')
    .description(
      'two programmes or guidelines item by item: the same, new, gone, moved, reworded, other owners, and targets',
    )
    .argument('<before>', 'a programme of `programme list`, or a draft of `programme drafts`')
    .argument('<after>', 'another one')
    .action(async (before: string, after: string, _: object, command: Command) => {
      await carryOut<ProgrammeComparison>(
        globalOptions(command),
        'programme-compare',
        { before, after },
        showComparison,
      );
    });
}

function showComparison({ before, after, wordsCompared, items, targets }: ProgrammeComparison): string {
  const parts = [
    `${before.title} → ${after.title}`,
    ...(wordsCompared ? [] : ['one side has short words of its own: what is worded anew is not told']),
    items.map((item) => itemLines(item, wordsCompared ? 'same' : 'matched')).join('\n'),
    targets.length === 0
      ? ''
      : textTable(
          targets.map((one) => ({
            changes: one.changes.join(' ') || 'same',
            subject: (one.after ?? one.before)?.subject,
            before: targetText(one.before),
            after: targetText(one.after),
            likeness: likenessText(one.likeness),
          })),
          ['changes', 'subject', 'before', 'after', 'likeness'],
        ),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** `moved owners  (七) … → (五) …  1.00`, and below it what is worded anew. */
function itemLines(
  { before, after, changes, likeness, difference, ownersNew, ownersGone }: ItemComparison,
  alike: string,
): string {
  const name = (item: ItemComparison['before']) =>
    item === null ? '–' : `${item.number} ${item.title === '' ? item.text.slice(0, 24) : item.title}`.trim();
  const changed = (parts: readonly { readonly text: string; readonly changed: boolean }[] = []) =>
    parts.map((part) => (part.changed ? `[${part.text}]` : shortened(part.text))).join('');
  return [
    `${changes.join(' ') || alike}: ${name(before)} → ${name(after)}${likeness === null ? '' : ` (${likenessText(likeness)})`}`,
    ...ownersGone.map((owner) => `  - ${owner}`),
    ...ownersNew.map((owner) => `  + ${owner}`),
    ...(difference === null
      ? []
      : [changed(difference.before), changed(difference.after)].map((line, index) =>
          `  ${index === 0 ? '<' : '>'} ${line}`.replaceAll('\n', ' '),
        )),
  ].join('\n');
}

/** The end of a text that did not change. */
function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= 16 ? text : `…${letters.slice(-12).join('')}`;
}

function targetText(target: ComparedTarget | null): string | null {
  if (target === null) return null;
  const limit = target.limit === null ? (target.direction ?? '') : `${target.limit} ${target.unit ?? ''}`;
  return [target.kind, limit, target.due ?? ''].filter((part) => part !== '').join(' ');
}

function likenessText(likeness: number | null): string | null {
  return likeness === null ? null : likeness.toFixed(2);
}
