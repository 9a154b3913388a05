import type { SourceFile } from '@zhiheng/lake';
import { type HeldRecord, heldColumns } from '@zhiheng/records';
import type { HeldQuarantine, QuarantineAnswer, QuarantinePage } from '../answers.js';
import { keptReading, sourceOf } from '../kept-reading.js';
import type { Office } from '../office.js';
import { findQuarantined, listQuarantine, pageQuarantine, type QuarantineQuery } from '../quarantine.js';
import { type Command, done } from './command.js';

const usualPage = 50;

/** Source records that could not be taken in and are not put right yet, with place, found and expected. */
export const quarantineList: Command<QuarantineQuery, HeldQuarantine[]> = async (query, { office }) =>
  done(await listQuarantine(office, query));

/** One page of the same, with counts. */
export const quarantinePage: Command<QuarantineQuery, QuarantinePage> = async (query, { office }) =>
  done(await pageQuarantine(office, { ...query, limit: query.limit ?? usualPage }));

/** One record with its columns, ready to be corrected. */
export const quarantineShow: Command<{ id: string }, QuarantineAnswer> = async ({ id }, { office }) => {
  const record = await findQuarantined(office, id);
  const source = await sourceOf(office, record);
  const kept = await heldRecord(office, record, source);
  return done({
    record,
    format: source?.format ?? null,
    columns: kept === null ? null : heldColumns(kept),
    correctable: kept !== null && record.resolved === null,
  });
};

/** What is needed to correct a record; null where what its file was read by is not kept. */
export async function heldRecord(
  office: Office,
  { raw, header }: HeldQuarantine,
  source: SourceFile | null,
): Promise<HeldRecord | null> {
  if (source === null || raw === null) return null;
  const reading = await keptReading(office, source);
  if (source.mapping !== null && reading.mapping === null) return null;
  if (source.format === 'table' && header == null) return null;
  return { raw, header: header ?? null, format: source.format, mapping: reading.mapping };
}
