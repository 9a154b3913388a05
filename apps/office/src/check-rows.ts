import { createHash } from 'node:crypto';
import { csvHead, csvLine, syntheticLabel } from '@zhiheng/documents';
import { maskedColumnsOf } from '@zhiheng/lake';
import { type FoundRow, type FoundRows, findRows, readChecks, readFoundRows } from '@zhiheng/records';
import { demandRight } from '@zhiheng/rights';
import { type Scope, UserFault, wholeOffice } from '@zhiheng/vocabulary';
import type { CheckRowsAnswer } from './answers.js';
import type { Checked } from './checked.js';
import { checkedRecords, checkResults, readingOf, withChecked } from './checks.js';
import type { CommandContext } from './commands/command.js';
import { askedFor } from './names/names-given.js';
import { noteNamesGiven } from './names/note-names-given.js';
import type { Office } from './office.js';

type Check = NonNullable<ReturnType<typeof readChecks>[number]['check']>;
type RowsContext = Pick<CommandContext, 'office' | 'scope' | 'onProgress' | 'signal'>;

export interface CheckRowsInput {
  readonly id: string;
  readonly release?: string;
  readonly after?: string;
  readonly limit?: number;
}

const usualRows = 100;
const mostRows = 1000;
/** Rows that an export reads at a time. */
const exportedRows = 20_000;

/** A page of the rows behind a check that the scope shows. Throws `check-unknown`, and the fault of a check that cannot run. */
export async function readCheckRows(input: CheckRowsInput, context: RowsContext): Promise<CheckRowsAnswer> {
  const { check, checked } = await checkAndRecords(context.office, input);
  const total = await totalOf(checked, input.id, context);
  const limit = Math.min(Math.max(input.limit ?? usualRows, 1), mostRows);
  const found = await foundPage(context, check, checked, { limit, after: input.after });
  return {
    id: input.id,
    table: check.table,
    total,
    withheldByRight: Math.max(0, total - found.visible),
    ...found,
  };
}

/**
 * All of them as the lines of a CSV file, for whoever may take records out. Whoever sees names takes them out by an act.
 * Throws `sign-in-needed`, `not-allowed` besides.
 */
export async function checkRowsFile(
  input: Pick<CheckRowsInput, 'id' | 'release'>,
  context: RowsContext & Pick<CommandContext, 'actor'>,
): Promise<{ readonly lines: AsyncIterable<string>; readonly synthetic: boolean }> {
  for (const permission of ['checks:open', 'records:export'] as const) {
    demandRight(context.actor, permission, { narrowedByScope: true });
  }
  const { check, checked } = await checkAndRecords(context.office, input);
  await totalOf(checked, input.id, context);
  const page = (after?: string) => foundPage(context, check, checked, { limit: exportedRows, after });
  const first = await page();
  const columns = check.kind === 'neighbour-ratio' ? regionalColumns : check.shows;
  if (context.scope.personal === 'plain' && maskedColumnsOf(check.table).some((name) => columns.includes(name))) {
    const { rows, ids } = await tallyOf(first, page);
    const asked = askedFor({ ...input });
    if (rows > 0)
      await noteNamesGiven(context.office, context.actor, { object: `export ${input.id}`, asked, rows, ids });
  }
  async function* lines() {
    yield csvHead(['id', 'position', ...columns, 'label']);
    for (let found = first; ; found = await page(found.next)) {
      yield found.rows.map((row) => lineOf(row, columns)).join('');
      if (found.next === null) return;
    }
  }
  return { lines: lines(), synthetic: first.rows.some(({ dataset }) => dataset === 'synthetic') };
}

/** How many rows there are, and the SHA-256 of their ids in order, one a line. */
async function tallyOf(first: FoundRows, page: (after: string) => Promise<FoundRows>) {
  const hash = createHash('sha256');
  let rows = 0;
  for (let found = first; ; found = await page(found.next)) {
    for (const { id } of found.rows) hash.update(rows++ === 0 ? id : `\n${id}`);
    if (found.next === null) return { rows, ids: hash.digest('hex') };
  }
}

const regionalColumns = ['office', 'area', 'year', 'before', 'total', 'after'];

function lineOf({ id, position, dataset, values }: FoundRow, columns: readonly string[]): string {
  return csvLine([id, position, ...columns.map((column) => values[column]), syntheticLabel(dataset ?? '')]);
}

async function checkAndRecords(office: Office, { id, release }: Pick<CheckRowsInput, 'id' | 'release'>) {
  const { check, faults } = readingOf(readChecks(office.definitionsFolder), id);
  if (check === null) throw faults[0] ?? new UserFault('check-wrong', { values: { what: 'the check has faults' } });
  return { check, checked: await checkedRecords(office, release) };
}

async function foundPage(
  { office, scope }: RowsContext,
  check: Check,
  checked: Checked,
  page: { readonly limit: number; readonly after: string | undefined },
) {
  // Regional totals are figures: they are of all records, whoever asks.
  const narrow: Scope = check.kind === 'neighbour-ratio' ? wholeOffice : scope;
  const { ground } = checked;
  const plain = { ...narrow, personal: 'plain' } as const;
  const keys = await withChecked(office, checked, plain, (session) => findRows(session, check, ground, page));
  return withChecked(office, checked, narrow, (session) => readFoundRows(session, check, ground, keys));
}

async function totalOf(checked: Checked, id: string, { office, onProgress, signal }: RowsContext): Promise<number> {
  const results = await checkResults(office, checked, { onProgress, signal }, [id]);
  const { count, fault } = results[0] ?? { count: null, fault: null };
  if (count !== null) return count;
  throw new UserFault('check-wrong', { values: { what: fault?.message ?? 'the check did not run' } });
}
