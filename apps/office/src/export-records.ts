import { demandRight, scopeOf } from '@zhiheng/rights';
import type { Call } from './commands/command.js';
import { openRecordsStream, type RecordsInput, type RecordsStream } from './figures.js';

/** All records behind a figure that whoever acts may take out. Throws `sign-in-needed`, `not-allowed`. */
export async function exportRecords(
  input: RecordsInput,
  { office, actor }: Pick<Call, 'office' | 'actor'>,
): Promise<RecordsStream> {
  demandRight(actor, 'records:export', { narrowedByScope: true });
  return openRecordsStream(office, input, scopeOf(actor));
}
