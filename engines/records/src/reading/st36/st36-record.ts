import { type Kind, kinds, readApplicationNumber, recordId } from '@zhiheng/vocabulary';
import type { AddressReader } from '../../places/address-reader.js';
import type { PatentRecord } from '../record.js';
import { RecordFault } from '../record-fault.js';
import { rowKind } from '../table/row-kind.js';
import { classesOf } from '../uspto/document-classes.js';
import { claimCountOf, datasetOf, dayOf, priorityOf } from '../uspto/document-record.js';
import { agencyOf, peopleOf } from '../uspto/parties.js';
import { childrenOf, elementAt, flatText, textAt, type XmlElement } from '../uspto/xml-element.js';
import { applicantHolders } from './st36-parties.js';

/** Words for kinds in the office's own data. */
const kindWords: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['发明', 'invention'],
  ['发明专利', 'invention'],
  ['实用新型', 'utility_model'],
  ['实用新型专利', 'utility_model'],
  ['外观设计', 'design'],
  ['外观设计专利', 'design'],
  ...kinds.map((kind): [string, Kind] => [kind, kind]),
]);

/**
 * The record that a `cn-patent-document` tells: bibliography in the elements of ST.36, what ST.36 has no element for in
 * `office-specific-data` (form: `docs/formats.md`).
 *
 * @throws RecordFault where the number, a date, the kind or another field is missing or wrong
 */
export function st36Record(root: XmlElement, places: AddressReader): PatentRecord {
  const bibliography = elementAt(root, 'bibliographic-data');
  if (bibliography === null) throw new RecordFault('field-missing', 'number', null, 'a bibliography');
  const own = elementAt(root, 'office-specific-data');
  const office = officeOf(root);
  const application = elementAt(bibliography, 'application-reference', 'document-id');
  const given = textAt(application, 'doc-number');
  if (given === null) throw new RecordFault('field-missing', 'number', null, 'the number of the application');
  const read = readApplicationNumber(office, given);
  if ('fault' in read) throw new RecordFault(read.fault, 'number', given, read.expected);
  const kindAsGiven = textAt(own, 'kind');
  const published = publicationOf(bibliography, /^A/);
  const language = root.attributes.lang?.toLowerCase() ?? null;
  const on = (name: string, field: string) => dayOf(textAt(own, name, 'date'), field);
  return {
    id: recordId(office, read.number),
    office,
    dataset: datasetOf(root),
    number: read.number,
    numberAsGiven: given,
    kind: rowKind(kindAsGiven, kindWords, undefined, { given, kind: read.kind }),
    kindAsGiven,
    route: textAt(own, 'route') ?? routeOf(bibliography),
    filedOn: dayOf(textAt(application, 'date'), 'filed_on'),
    priorityOn: priorityOf(bibliography),
    publishedOn: dayOf(textAt(published, 'date'), 'published_on'),
    publicationNumber: textAt(published, 'doc-number'),
    grantNumber: textAt(publicationOf(bibliography, /^[BCUYS]/), 'doc-number'),
    claimCount: claimCountOf(bibliography),
    family: textAt(own, 'family'),
    fundedProject: textAt(own, 'funded-project'),
    agency: agencyOf(bibliography),
    department: textAt(own, 'department'),
    stateOn: dayOf(root.attributes['date-publ'] ?? null, 'state_on'),
    ...titlesOf(bibliography, language),
    abstract: flatText(elementAt(root, 'abstract')),
    firstClaim: textAt(root, 'claims', 'claim'),
    language,
    examinationRequestedOn: on('examination-requested', 'examination_requested_on'),
    firstActionOn: on('first-action', 'first_action_on'),
    closedOn: on('closed', 'closed_on'),
    outcome: textAt(own, 'outcome'),
    grantedOn: on('granted', 'granted_on'),
    ceasedOn: on('ceased', 'ceased_on'),
    ceaseReason: textAt(own, 'cease-reason'),
    classes: classesOf(bibliography),
    holders: applicantHolders(bibliography, own, places),
    people: peopleOf(bibliography),
  };
}

function officeOf(root: XmlElement): string {
  const office = root.attributes.country ?? 'CN';
  if (/^[A-Z]{2}$/.test(office)) return office;
  throw new RecordFault('value-wrong', 'office', office, 'an ST.3 code: CN');
}

/** The first publication whose kind begins so. */
function publicationOf(bibliography: XmlElement, kind: RegExp): XmlElement | null {
  const documents = childrenOf(bibliography, 'publication-reference').map((one) => elementAt(one, 'document-id'));
  return documents.find((one) => kind.test(textAt(one, 'kind') ?? '')) ?? null;
}

function routeOf(bibliography: XmlElement): string | null {
  const country = textAt(bibliography, 'pct-or-regional-filing-data', 'document-id', 'country');
  return country === 'WO' ? 'pct' : null;
}

/** The title in the language of the document, and the English one beside it. */
function titlesOf(bibliography: XmlElement, language: string | null) {
  const titles = childrenOf(bibliography, 'invention-title');
  const langOf = ({ attributes }: XmlElement) => attributes.lang?.toLowerCase() ?? language;
  const english = language === 'en' ? null : (titles.find((one) => langOf(one) === 'en') ?? null);
  const own = titles.find((one) => one !== english && langOf(one) === language) ?? null;
  return { title: flatText(own), titleEn: flatText(english) };
}
