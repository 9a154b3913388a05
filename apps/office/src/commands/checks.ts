import { findRows, isFailing, readChecks, readFoundRows } from '@zhiheng/records';
import { UserFault, wholeOffice } from '@zhiheng/vocabulary';
import type { CheckAnswer, CheckHistoryRow, CheckRowsAnswer } from '../answers.js';
import {
  type Checked,
  checkedRecords,
  checkResults,
  type KeptChecks,
  keptHash,
  readingOf,
  withChecked,
  withWords,
} from '../checks.js';
import type { Office } from '../office.js';
import { type Command, done } from './command.js';

const usualRows = 100;
const mostRows = 1000;

/** What every check finds in a release; left out: in what is loaded. Exit 1 when an error finds rows or a check of errors did not run. */
export const check: Command<{ release?: string }, CheckAnswer[]> = async ({ release }, { office, onProgress }) => {
  const results = await checkResults(office, await checkedRecords(office, release), onProgress);
  return { json: withWords(results, readChecks(office.definitionsFolder)), exit: results.some(isFailing) ? 1 : 0 };
};

export interface CheckRowsInput {
  readonly id: string;
  readonly release?: string;
  readonly after?: string;
  readonly limit?: number;
}

/** The rows behind one check that the scope shows, a page at a time. Throws `check-unknown`, and the fault of a check that cannot run. */
export const checkRows: Command<CheckRowsInput, CheckRowsAnswer> = async (input, { office, scope, onProgress }) => {
  const { check: asked, faults } = readingOf(readChecks(office.definitionsFolder), input.id);
  if (asked === null) throw faults[0] ?? new UserFault('check-wrong', { values: { what: 'the check has faults' } });
  const checked = await checkedRecords(office, input.release);
  const total = await totalOf(office, checked, input.id, onProgress);
  const page = { limit: Math.min(Math.max(input.limit ?? usualRows, 1), mostRows), after: input.after };
  // Regional totals are figures: they are of all records, whoever asks.
  const narrow = asked.kind === 'neighbour-ratio' ? wholeOffice : scope;
  const { ground } = checked;
  const plain = { ...narrow, personal: 'plain' } as const;
  const keys = await withChecked(office, checked, plain, (session) => findRows(session, asked, ground, page));
  const found = await withChecked(office, checked, narrow, (session) => readFoundRows(session, asked, ground, keys));
  return done({
    id: input.id,
    table: asked.table,
    total,
    withheldByRight: Math.max(0, total - found.visible),
    ...found,
  });
};

async function totalOf(office: Office, checked: Checked, id: string, onProgress: Parameters<typeof checkResults>[2]) {
  const results = await checkResults(office, checked, onProgress, [id]);
  const { count, fault } = results[0] ?? { count: null, fault: null };
  if (count !== null) return count;
  throw new UserFault('check-wrong', { values: { what: fault?.message ?? 'the check did not run' } });
}

/** What one check found in each release, the oldest first: looked up, never counted again. */
export const checkHistory: Command<{ id: string }, CheckHistoryRow[]> = async ({ id }, { office }) => {
  readingOf(readChecks(office.definitionsFolder), id);
  const rows: CheckHistoryRow[] = [];
  for (const { object, time, after } of await office.ledger.acts('release')) {
    const hash = keptHash(after);
    if (hash === null) continue;
    const { results } = (await office.store.getJson(hash)) as KeptChecks;
    const result = results.find((one) => one.id === id);
    if (result !== undefined) rows.push({ release: object, createdAt: time, count: result.count, ran: result.ran });
  }
  return done(rows);
};
