import type { KeptReading, SourceFile } from '@zhiheng/lake';
import type { QuarantinedRecord } from '@zhiheng/records';
import type { Office } from './office.js';

/** What a file was read by; nothing for one that needed nothing, or whose load kept nothing. */
export async function keptReading(office: Office, { reading }: SourceFile): Promise<KeptReading> {
  if (reading === undefined) return { format: 'zhiheng-reading/1', mapping: null, covers: null };
  return (await office.store.getJson(reading)) as KeptReading;
}

/** The loaded file that a quarantined record came from: its id begins with the number of the load. */
export async function sourceOf(office: Office, { id, file }: QuarantinedRecord): Promise<SourceFile | null> {
  const revision = Number(/^Q(\d+)-/.exec(id)?.[1]);
  const { sources } = await office.holdings();
  return sources.find((source) => source.revision === revision && source.path === file) ?? null;
}
