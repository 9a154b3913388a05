import { editionStanding, readPattern } from '@zhiheng/indicators';
import { UserFault } from '@zhiheng/vocabulary';
import type { EditionsAnswer } from '../answers-classifications.js';
import { currentReference } from '../reference.js';
import { type Command, done } from './command.js';

/** What symbols of the IPC are in other editions; with `table`, what the list comes to there: how much is carried over, and what may belong and does not count. */
export const classificationEditions: Command<{ readonly table?: string }, EditionsAnswer> = async (
  { table: id },
  { office },
) => {
  const concordances = currentReference(office).concordances();
  const { editions: list, tree } = concordances;
  if (list === null) throw notFound('classifications/editions');
  const { sheet, rows, own, version } = list;
  const table = id === undefined ? null : concordances.get(id);
  if (id !== undefined && table === null) throw notFound(id);
  const absent = rows.flatMap((row) => row.new).filter((one) => !tree.has(readPattern(one)?.symbol ?? ''));
  const standing =
    table === null ? null : { table: table.sheet.id, ...editionStanding(table, table.editions ?? [], tree) };
  return done({ ...sheet, version, own, rows, absent: [...new Set(absent)], standing });
};

function notFound(found: string): UserFault {
  return new UserFault('not-found', {
    found,
    expected: 'a table of zhiheng classification list',
    values: { name: found },
  });
}
