import type {
  AcceptAnswer,
  DecideAnswer,
  DecidedField,
  ProgrammeEdition,
  ReviewAnswer,
  ReviewCounts,
} from '@zhiheng/office';
import { UserFault } from '@zhiheng/vocabulary';
import type { Command } from 'commander';
import { globalOptions } from '../global-options.js';
import { readText } from '../read-text.js';
import { carryOut } from '../runtime.js';
import { textTable } from '../text-table.js';
import { wholeNumber } from './whole-number.js';

interface DecideOptions {
  readonly accept?: boolean;
  readonly reject?: boolean;
  readonly undo?: boolean;
  readonly value?: string;
  readonly beneath?: boolean;
  readonly note?: string;
  readonly seen?: string;
}

/** programme review, decide, accept, reopen, editions, roll. */
export function registerReviewCommands(programme: Command): void {
  programme
    .command('review')
    .description('the fields of a draft in the order of the text, with their places and what was decided')
    .argument('<draft>', 'a draft of `programme drafts`')
    .action(async (draft: string, _: object, command: Command) => {
      await carryOut<ReviewAnswer>(globalOptions(command), 'programme-review', { draft }, showReview);
    });
  programme
    .command('decide')
    .description('accept, correct or reject one field of a draft, or take the last decision about it back')
    .argument('<draft>', 'a draft of `programme drafts`')
    .argument('<field>', 'a field of `programme review`')
    .option('--accept', 'as it was read')
    .option('--beneath', 'with --accept: with all that waits beneath it; what was corrected or rejected there stays')
    .option('--reject', 'it does not enter')
    .option('--undo', 'what was decided before holds again, for all that was accepted with it too')
    .option('--value <json>', 'keys that take the place of those that were read; null takes one away')
    .option('--note <text>', 'why')
    .option('--seen <version>', 'the version that was looked at; left out: the newest')
    .action(async (draft: string, field: string, options: DecideOptions, command: Command) => {
      const input = { draft, field, ...decisionOf(options) };
      await carryOut<DecideAnswer>(globalOptions(command), 'programme-decide', input, showChanged);
    });
  programme
    .command('accept')
    .description('put a draft in force as a programme; what nobody decided on is accepted as it was read')
    .argument('<draft>', 'a draft of `programme drafts`')
    .option('--corrections <file>', 'a file of corrections: definitions/programmes/README.md tells its form')
    .option('--id <id>', 'of the programme; left out: its year, with a number where that is taken')
    .action(async (draft: string, options: { corrections?: string; id?: string }, command: Command) => {
      const { corrections: path, id } = options;
      const given = path === undefined ? {} : { corrections: { path, text: await readText(path) } };
      const input = { draft, rest: true, ...given, ...(id === undefined ? {} : { id }) };
      await carryOut<AcceptAnswer>(globalOptions(command), 'programme-accept', input, showAccepted);
    });
  programme
    .command('reopen')
    .description('open a draft again that became a programme, which stays in force until the draft is accepted anew')
    .argument('<draft>', 'a draft of `programme drafts`')
    .requiredOption('--reason <text>', 'why; kept for good')
    .action(async (draft: string, { reason }: { reason: string }, command: Command) => {
      await carryOut<ProgrammeEdition>(globalOptions(command), 'programme-reopen', { draft, reason }, showReopened);
    });
  programme
    .command('editions')
    .description('the texts that a programme had, who accepted them, and why they were opened again')
    .argument('<id>', 'a programme of `programme list`')
    .option('--edition <n>', 'the text of this one alone', wholeNumber)
    .action(async (id: string, options: { edition?: number }, command: Command) => {
      const input = { id, ...options };
      await carryOut<readonly Edition[]>(globalOptions(command), 'programme-editions', input, showEditions);
    });
  programme
    .command('roll')
    .description('make of a programme in force the draft of the year after it, to be gone through and accepted')
    .argument('<id>', 'a programme of `programme list`')
    .action(async (id: string, _: object, command: Command) => {
      await carryOut<ReviewAnswer>(globalOptions(command), 'programme-roll', { programme: id }, showReview);
    });
}

function decisionOf({ accept, reject, undo, value, beneath, note, seen }: DecideOptions): object {
  const named = [accept && 'accept', reject && 'reject', undo && 'undo', value !== undefined && 'correct'].filter(
    (one) => typeof one === 'string',
  );
  const [decision, ...more] = named;
  if (decision === undefined || more.length > 0) {
    throw new UserFault('usage', {
      found: named.join(', ') || 'none',
      expected: 'one of --accept, --reject, --undo, --value',
      values: { what: 'one decision is made at a time' },
    });
  }
  return {
    decision,
    ...(value === undefined ? {} : { value: parsed(value) }),
    ...(beneath === true && { beneath }),
    ...(note === undefined ? {} : { note }),
    ...(seen === undefined ? {} : { version: Number(seen) }),
  };
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    throw new UserFault('usage', {
      found: value,
      expected: '{"limit": 15}',
      values: { what: 'the value of --value is not JSON' },
    });
  }
}

function showReview({ draft, title, year, fields, counts, programme, file }: ReviewAnswer): string {
  const head = `${draft}: ${title ?? 'without a title'}${year === null ? '' : `, ${year}`} (${file})`;
  const state = programme === null ? countsText(counts) : `in force as programme ${programme}`;
  return [head, state, fieldTable(fields)].join('\n');
}

function showChanged({ changed, counts }: DecideAnswer): string {
  return [fieldTable(changed), countsText(counts)].join('\n');
}

function showAccepted({ programme, accepted, corrected, rejected }: AcceptAnswer): string {
  return `programme ${programme} is in force: ${accepted} fields accepted, ${corrected} corrected, ${rejected} rejected`;
}

type Edition = ProgrammeEdition & { readonly text?: string };

function showReopened({ programme, draft, edition }: ProgrammeEdition): string {
  return `the draft ${draft} is open again; edition ${edition} of programme ${programme} stays in force`;
}

function showEditions(editions: readonly Edition[]): string {
  const rows = editions.map(({ reopened, ...edition }) => ({
    ...edition,
    reopenedBy: reopened?.by ?? null,
    reopenedAt: reopened?.at ?? null,
    reason: reopened?.reason ?? null,
  }));
  const columns = ['edition', 'inForce', 'acceptedAt', 'acceptedBy', 'reopenedAt', 'reopenedBy', 'reason'] as const;
  return [textTable(rows, columns), ...editions.flatMap(({ text }) => (text === undefined ? [] : [text]))].join('\n\n');
}

function fieldTable(fields: readonly DecidedField[]): string {
  const rows = fields.map((field) => ({
    ...{ field: field.id, state: field.state, marks: field.marks.join(', ') },
    place: field.span === null ? '' : `${field.span.line}:${field.span.from}`,
    value: JSON.stringify(field.value ?? field.read),
  }));
  return textTable(rows, ['field', 'place', 'state', 'marks', 'value']);
}

function countsText({ waiting, accepted, corrected, rejected }: ReviewCounts): string {
  return `${waiting} waiting, ${accepted} accepted, ${corrected} corrected, ${rejected} rejected`;
}
