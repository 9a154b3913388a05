import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvHead, csvLine, syntheticLabel } from '@zhiheng/documents';
import type { RecordsAnswer } from '../answers.js';
import { exportRecords } from '../export-records.js';
import { readRecords } from '../figures.js';
import type { RecordsInput } from '../opening-of.js';
import { type Command, done } from './command.js';

/** Records behind a figure that the scope shows; with `out`, all of them as CSV too. */
export const records: Command<RecordsInput & { readonly out?: string }, RecordsAnswer> = async (input, context) => {
  const { out, ...request } = input;
  if (out !== undefined) {
    const { columns, batches, dataset } = await exportRecords(request, context);
    const label = syntheticLabel(dataset);
    async function* lines() {
      yield csvHead([...columns, 'label']);
      for await (const rows of batches) {
        yield rows.map((row) => csvLine([...columns.map((column) => row[column]), label])).join('');
      }
    }
    await pipeline(Readable.from(lines()), createWriteStream(out));
  }
  return done(await readRecords(context.office, request, context.scope));
};
