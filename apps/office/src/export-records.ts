import { demandRight, scopeOf } from '@zhiheng/rights';
import type { Call } from './commands/command.js';
import { openRecordsStream, type RecordsStream } from './figures.js';
import { askedFor } from './names/names-given.js';
import { noteNamesGiven } from './names/note-names-given.js';
import type { RecordsInput } from './opening-of.js';

/**
 * All records behind a figure that whoever acts may take out. Whoever sees names takes them out by an act, whoever the holders are. Throws
 * `sign-in-needed`, `not-allowed`.
 */
export async function exportRecords(
  input: RecordsInput,
  { office, actor }: Pick<Call, 'office' | 'actor'>,
): Promise<Omit<RecordsStream, 'tally' | 'close'>> {
  demandRight(actor, 'records:export', { narrowedByScope: true });
  const scope = scopeOf(actor);
  const { tally, close, ...stream } = await openRecordsStream(office, input, scope);
  try {
    if (scope.personal === 'plain') {
      const { rows, ids } = await tally();
      const { vintage, release } = stream;
      const asked = { ...askedFor(input), vintage, release };
      if (rows > 0) await noteNamesGiven(office, actor, { object: `export ${input.indicator}`, asked, rows, ids });
    }
    return stream;
  } catch (error) {
    close();
    throw error;
  }
}
