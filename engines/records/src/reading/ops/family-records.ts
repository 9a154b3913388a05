import { OwnFault } from '@zhiheng/vocabulary';
import { combinedRecord } from '../exchange/combined-record.js';
import { familyMemberRow } from '../exchange/family-member-row.js';
import type { Publication } from '../exchange/publication.js';
import type { ReadRecord } from '../record.js';
import type { FamilyMember } from './family-member.js';
import { legalEvent } from './legal-event.js';
import { firstFiling, overseasGrants } from './overseas-grants.js';

/**
 * The records of one family, one for each application, in the order of the answer. The list of the whole family and the
 * overseas grants stand once, on the record of the first filing if it is a member, else of the first application.
 *
 * @param whole false when the answer holds only a part of the family, as legal answers do: then neither is told
 */
export function familyRecords(members: readonly FamilyMember[], whole: boolean): ReadRecord[] {
  const applications = new Map<string, FamilyMember[]>();
  for (const member of members) {
    const { id } = member.publication.application;
    applications.set(id, [...(applications.get(id) ?? []), member]);
  }
  const publications = members.map(({ publication }) => publication);
  const [leading] = publications;
  if (leading === undefined) return [];
  const first = firstFiling(publications);
  const bearer = applications.has(first.id) ? first.id : leading.application.id;
  return [...applications].map(([id, own]) => {
    const bears = whole && id === bearer;
    const events = own.flatMap(({ legal }) => legal.map((one) => legalEvent(one, id)));
    const record = combinedRecord(
      own.map(({ publication }) => publication),
      bears ? [...events, ...overseasGrants(publications, first)] : events,
      bears ? publications.map(memberRow) : [],
    );
    if (record === null) throw new OwnFault('an application without publications');
    return { type: 'record', record, position: own[0]?.position ?? 0 };
  });
}

function memberRow({ family, of, application }: Publication) {
  const { filedAt: country, numberAsGiven: number, kind, filedOn: on } = application;
  return familyMemberRow(family, { country, number, kind, on }, of);
}
