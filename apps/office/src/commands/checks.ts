import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { expressionText, findingSql, isFailing, readChecks } from '@zhiheng/records';
import type {
  CheckAnswer,
  CheckHistoryRow,
  CheckOverviewAnswer,
  CheckRowsAnswer,
  CheckShowAnswer,
  CheckStanding,
} from '../answers.js';
import { checkOverview as overviewOf } from '../check-overview.js';
import { type CheckRowsInput, checkRowsFile, readCheckRows } from '../check-rows.js';
import { checkedIfAny, checkedRecords, checkResults, readingOf, withWords } from '../checks.js';
import { historyOf, releasedChecks } from '../released-checks.js';
import { type Command, done } from './command.js';

/** What every check finds in a release; left out: in what is loaded. Exit 1 when an error finds rows or a check of errors did not run. */
export const check: Command<{ release?: string }, CheckAnswer[]> = async ({ release }, { office, ...effects }) => {
  const results = await checkResults(office, await checkedRecords(office, release), effects);
  return { json: withWords(results, readChecks(office.definitionsFolder)), exit: results.some(isFailing) ? 1 : 0 };
};

/** How the checks stand, without running any. */
export const checkOverview: Command<{ release?: string }, CheckOverviewAnswer> = async ({ release }, { office }) =>
  done(await overviewOf(office, release));

/** One check: its words, how it is made, how it stands, and what it found in every release. */
export const checkShow: Command<{ id: string; release?: string }, CheckShowAnswer> = async (
  { id, release },
  { office },
) => {
  const { check: read, text } = readingOf(readChecks(office.definitionsFolder), id);
  const checked = await checkedIfAny(office, release);
  const overview = await overviewOf(office, release);
  return done({
    standing: overview.checks.find((one) => one.id === id) as CheckStanding,
    expression: read === null ? null : expressionText(read),
    sql: read === null || checked === null ? null : findingSql(read, checked.ground),
    file: `checks/${id}.yaml`,
    text,
    history: historyOf(id, await releasedChecks(office)),
  });
};

/** The rows behind one check that the scope shows, a page at a time; with `out`, all of them as CSV too. */
export const checkRows: Command<CheckRowsInput & { readonly out?: string }, CheckRowsAnswer> = async (
  { out, ...input },
  context,
) => {
  if (out !== undefined) {
    const { lines } = await checkRowsFile(input, context);
    await pipeline(Readable.from(lines), createWriteStream(out));
  }
  return done(await readCheckRows(input, context));
};

/** What one check found in each release, the oldest first: looked up, never counted again. */
export const checkHistory: Command<{ id: string }, CheckHistoryRow[]> = async ({ id }, { office }) => {
  readingOf(readChecks(office.definitionsFolder), id);
  return done(historyOf(id, await releasedChecks(office)));
};
