import { OwnFault, recordId } from '@zhiheng/vocabulary';
import type { SourceRecord } from '../source-record.js';

/**
 * The security interests among recordals that no later release names: by recording date, then reel and frame; one without
 * recording date comes last. A release is not later when it was recorded before the interest. One that calls itself partial
 * frees some of the rights only and leaves the interest open; one that names no reel and frame ends none.
 */
export function openInterests(records: readonly SourceRecord[]): SourceRecord[] {
  const releases = releasesByDeed(records);
  return records
    .filter((record) => deedOf(record).kind === 'security_interest')
    .filter((interest) => !(releases.get(interest.id) ?? []).some((release) => isLater(release, interest)))
    .sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

/** Whole releases by the id of each deed that they name. */
function releasesByDeed(records: readonly SourceRecord[]): Map<string, SourceRecord[]> {
  const byDeed = new Map<string, SourceRecord[]>();
  for (const record of records) {
    const { kind, kind_as_given: words, refers_to: named } = deedOf(record);
    if (kind !== 'release' || /\bpartial/i.test(textOf(words))) continue;
    for (const number of textOf(named).split('; ')) {
      const id = recordId(record.office, number);
      byDeed.set(id, [...(byDeed.get(id) ?? []), record]);
    }
  }
  return byDeed;
}

function isLater(release: SourceRecord, interest: SourceRecord): boolean {
  const [releasedOn, pledgedOn] = [release, interest].map((record) => textOf(deedOf(record).recorded_on));
  return !releasedOn || !pledgedOn || releasedOn >= pledgedOn;
}

function orderOf(record: SourceRecord): string {
  return `${textOf(deedOf(record).recorded_on) || '9999-12-31'} ${record.number}`;
}

function deedOf(record: SourceRecord) {
  const deed = record.rows.recordals?.[0];
  if (deed === undefined) throw new OwnFault(`${record.id} is no recordal`);
  return deed;
}

function textOf(value: string | number | null | undefined): string {
  return String(value ?? '');
}
