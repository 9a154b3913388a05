import { type Day, OwnFault } from '@zhiheng/vocabulary';
import { combinedRecord } from '../exchange/combined-record.js';
import { familyMemberRow } from '../exchange/family-member-row.js';
import { patentStatement, type StatedPatent } from '../exchange/patent-statement.js';
import type { Publication } from '../exchange/publication.js';
import type { ReadRecord } from '../record.js';
import type { SourceRecord } from '../source-record.js';
import type { FamilyMember } from './family-member.js';
import { legalStatement } from './legal-statement.js';
import { firstFiling, overseasGrants } from './overseas-grants.js';

/**
 * The records of one family, one for each application, in the order of the answer, each with the legal events of the
 * application beside it. The statement of the whole family with its overseas grants stands once, beside the record of the
 * first filing if it is a member, else of the first application.
 *
 * @param whole false when the answer holds only a part of the family, as legal answers do: then it is not told
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
    const record = combinedRecord(own.map(({ publication }) => publication));
    const [member] = own;
    if (record === null || member === undefined) throw new OwnFault('an application without publications');
    const legal = legalStatement(
      member.publication.application,
      own.flatMap((one) => one.legal),
    );
    const family = whole && id === bearer ? [familyStatement(publications, first)] : [];
    return { type: 'record', record, beside: [...legal, ...family], position: member.position };
  });
}

/** Members and overseas grants, dated by the newest publication. */
function familyStatement(publications: readonly Publication[], first: StatedPatent): SourceRecord {
  return patentStatement({
    toldBy: 'OPS',
    kind: 'family',
    about: first.id,
    patent: first,
    stateOn: publications.reduce<Day | null>((last, { of }) => ((of.on ?? '') > (last ?? '') ? of.on : last), null),
    events: overseasGrants(publications, first),
    members: publications.map(({ family, of, application }) => familyMemberRow(family, application, of)),
  });
}
