import { type Dataset, type Day, readApplicationNumber, recordId } from '@zhiheng/vocabulary';
import { dayReader } from '../calendar-day.js';
import type { PatentRecord } from '../record.js';
import { RecordFault } from '../record-fault.js';
import { classesOf } from './document-classes.js';
import { documentKind } from './document-kind.js';
import { agencyOf, holdersOf, peopleOf } from './parties.js';
import { childrenOf, elementAt, flatText, textAt, type XmlElement } from './xml-element.js';

const readDay = dayReader('YYYYMMDD');

/**
 * The record that a `us-patent-grant` or `us-patent-application` document tells. A grant tells no day on which
 * examination closed, so that `closedOn` stays null.
 *
 * @throws RecordFault where the number, a date or the kind is missing or wrong
 */
export function documentRecord(root: XmlElement): PatentRecord {
  const grant = root.name === 'us-patent-grant';
  const bibliography = elementAt(root, grant ? 'us-bibliographic-data-grant' : 'us-bibliographic-data-application');
  if (bibliography === null) throw new RecordFault('field-missing', 'number', null, 'a bibliography');
  const application = elementAt(bibliography, 'application-reference');
  const published = elementAt(bibliography, 'publication-reference', 'document-id');
  const { numberAsGiven, number, numberKind } = applicationNumber(bibliography);
  const { kind, asGiven } = documentKind(
    application?.attributes['appl-type'] ?? null,
    textAt(published, 'kind'),
    numberKind,
  );
  const issuedOn = dayOf(textAt(published, 'date'), grant ? 'granted_on' : 'published_on');
  const earlier = grant ? earlierPublication(bibliography) : null;
  const publication = grant ? earlier : { on: issuedOn, number: textAt(published, 'doc-number') };
  return {
    id: recordId('US', number),
    office: 'US',
    dataset: datasetOf(root),
    number,
    numberAsGiven,
    kind,
    kindAsGiven: asGiven,
    route: textAt(bibliography, 'pct-or-regional-filing-data', 'document-id', 'country') === 'WO' ? 'pct' : 'national',
    filedOn: dayOf(textAt(application, 'document-id', 'date'), 'filed_on'),
    priorityOn: priorityOf(bibliography),
    publishedOn: publication?.on ?? null,
    publicationNumber: publication?.number ?? null,
    grantNumber: grant ? textAt(published, 'doc-number') : null,
    claimCount: claimCountOf(bibliography),
    family: null,
    fundedProject: null,
    agency: agencyOf(bibliography),
    department: textAt(bibliography, 'examiners', 'primary-examiner', 'department'),
    stateOn: dayOf(root.attributes['date-publ'] ?? null, 'state_on') ?? issuedOn,
    title: textAt(bibliography, 'invention-title'),
    abstract: flatText(elementAt(root, 'abstract')),
    firstClaim: textAt(root, 'claims', 'claim'),
    language: root.attributes.lang?.toLowerCase() ?? null,
    examinationRequestedOn: null,
    firstActionOn: null,
    closedOn: null,
    outcome: grant ? 'granted' : null,
    grantedOn: grant ? issuedOn : null,
    ceasedOn: null,
    ceaseReason: null,
    classes: classesOf(bibliography),
    holders: holdersOf(bibliography),
    people: peopleOf(bibliography),
  };
}

function applicationNumber(bibliography: XmlElement) {
  const given = textAt(bibliography, 'application-reference', 'document-id', 'doc-number');
  if (given === null) throw new RecordFault('field-missing', 'number', null, 'the number of the application');
  const series = textAt(bibliography, 'us-application-series-code');
  const whole = /^\d{6}$/.test(given) && series !== null ? `${series}${given}` : given;
  const read = readApplicationNumber('US', whole);
  if ('fault' in read) throw new RecordFault(read.fault, 'number', given, read.expected);
  return { numberAsGiven: given, number: read.number, numberKind: read.kind };
}

/** The publication of the application, 18 months after filing, as a grant names it; the first of several. */
function earlierPublication(bibliography: XmlElement): { on: Day | null; number: string | null } | null {
  const [first] = childrenOf(elementAt(bibliography, 'us-related-documents'), 'related-publication')
    .map((element) => elementAt(element, 'document-id'))
    .filter((element) => textAt(element, 'country') === 'US' && textAt(element, 'kind')?.startsWith('A') === true)
    .map((element) => ({ on: dayOf(textAt(element, 'date'), 'published_on'), number: textAt(element, 'doc-number') }))
    .sort((a, b) => ((a.on ?? '9') < (b.on ?? '9') ? -1 : 1));
  return first ?? null;
}

/** The earliest priority claimed. Throws `date-wrong`. */
export function priorityOf(bibliography: XmlElement): Day | null {
  const days = childrenOf(elementAt(bibliography, 'priority-claims'), 'priority-claim')
    .map((claim) => dayOf(textAt(claim, 'date'), 'priority_on'))
    .filter((day) => day !== null);
  return days.sort()[0] ?? null;
}

/** Throws `value-wrong` for what is no whole number. */
export function claimCountOf(bibliography: XmlElement): number | null {
  const given = textAt(bibliography, 'number-of-claims');
  if (given === null) return null;
  if (!/^\d{1,6}$/.test(given)) throw new RecordFault('value-wrong', 'claim_count', given, 'a whole number');
  return Number(given);
}

/** A generator marks what it made in the document's `status`. */
export function datasetOf(root: XmlElement): Dataset {
  return root.attributes.status?.toLowerCase() === 'synthetic' ? 'synthetic' : 'real';
}

/** A day as ST.36 writes it; null when blank. Throws `date-wrong`. */
export function dayOf(text: string | null, field: string): Day | null {
  if (text === null || text.trim() === '') return null;
  const day = readDay?.(text.trim()) ?? null;
  if (day === null) throw new RecordFault('date-wrong', field, text, 'a day of the calendar up to 2100, as YYYYMMDD');
  return day;
}
