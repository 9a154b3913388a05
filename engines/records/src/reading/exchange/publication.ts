import type { Day } from '@zhiheng/vocabulary';
import type { RecordClass, RecordHolder } from '../record.js';
import { RecordFault } from '../record-fault.js';
import { childrenOf, elementAt, textAt, type XmlElement } from '../uspto/xml-element.js';
import { applicantsOf } from './applicants.js';
import { type DocumentNumber, dayBelow, docdbNumber, exchangeDay, originalNumbers } from './document-number.js';
import { type ExchangeApplication, exchangeApplication } from './exchange-application.js';
import { exchangeClasses } from './exchange-classes.js';
import { grantSign } from './grant-kinds.js';
import { type Priority, prioritiesOf } from './priorities.js';

/** What a publication tells of the invention itself. */
export interface Bibliography {
  readonly title: string | null;
  readonly abstract: string | null;
  readonly language: string | null;
  readonly classes: readonly RecordClass[];
  readonly holders: readonly RecordHolder[];
}

/** One publication of an application. */
export interface Publication {
  readonly of: DocumentNumber;
  readonly application: ExchangeApplication;
  readonly family: string | null;
  readonly priorities: readonly Priority[];
  /** The right was granted when this was published. */
  readonly granted: boolean;
  /** The day of the grant, where this publication tells it. */
  readonly grantedOn: Day | null;
  /** The day on which the application was open to all before any grant. */
  readonly publishedOn: Day | null;
  /** Null where only numbers and dates are told. */
  readonly bibliography: Bibliography | null;
}

/** References to a publication and its application, and the priorities beside them. */
export interface PublicationReferences {
  readonly publication: DocumentNumber;
  readonly application: ExchangeApplication;
  readonly priorities: readonly Priority[];
}

/**
 * The publication that an `exchange-document` describes.
 *
 * @param known references told beside the document, as in families; left out, those of the document itself
 * @throws RecordFault `field-missing`, `number-wrong`, `check-digit-wrong`, `date-wrong`
 */
export function publicationOf(document: XmlElement, known?: PublicationReferences): Publication {
  const data = elementAt(document, 'bibliographic-data');
  const references = known ?? ownReferences(document, data);
  const family = document.attributes['family-id'] ?? null;
  return { ...publicationOfReferences(references, family, data), bibliography: bibliographyOf(document, data) };
}

/** A publication of which only numbers and dates are told. */
export function publicationOfReferences(
  references: PublicationReferences,
  family: string | null,
  data: XmlElement | null = null,
): Publication {
  const { publication: of, application, priorities } = references;
  const told = availability(data);
  const sign = grantSign(of.country, of.kind, of.on, of.number);
  const granted = told === null ? sign.granted : told.grantedOn !== null;
  const grantedOn = told === null && sign.onItsDay ? of.on : (told?.grantedOn ?? null);
  const publishedOn = granted ? (told?.publishedOn ?? null) : of.on;
  return { of, application, family, priorities, granted, grantedOn, publishedOn, bibliography: null };
}

function ownReferences(document: XmlElement, data: XmlElement | null): PublicationReferences {
  const applications = childrenOf(data, 'application-reference');
  const filed = docdbNumber(applications, 'filed_on');
  if (filed === null) throw new RecordFault('field-missing', 'number', null, 'the number of the application');
  return {
    publication: publicationNumber(document, data),
    application: exchangeApplication(filed, originalNumbers(applications)),
    priorities: prioritiesOf(elementAt(data, 'priority-claims'), applications),
  };
}

function publicationNumber(document: XmlElement, data: XmlElement | null): DocumentNumber {
  const { country, kind, 'doc-number': number, 'date-publ': date } = document.attributes;
  const reference = docdbNumber(childrenOf(data, 'publication-reference'), 'published_on');
  const own = {
    country: country ?? reference?.country ?? null,
    number: number ?? reference?.number ?? null,
    kind: kind ?? reference?.kind ?? null,
    on: exchangeDay(date ?? null, 'published_on') ?? reference?.on ?? null,
  };
  if (own.country === null || own.number === null) {
    throw new RecordFault('field-missing', 'publication_number', null, 'the number of the publication');
  }
  return { ...own, country: own.country, number: own.number };
}

const withGrant = ['printed-with-grant', 'not-printed-with-grant'];
const withoutGrant = [
  'unexamined-not-printed-without-grant',
  'examined-not-printed-without-grant',
  'unexamined-printed-without-grant',
  'examined-printed-without-grant',
];

/** What a file itself says of the days of publication before and with the grant; null when it says nothing. */
function availability(data: XmlElement | null): { grantedOn: Day | null; publishedOn: Day | null } | null {
  const list = elementAt(data, 'dates-of-public-availability');
  const earliest = (names: readonly string[], field: string) =>
    names
      .flatMap((name) => childrenOf(list, name).map((element) => dayBelow(element, field)))
      .filter((day) => day !== null)
      .sort()[0] ?? null;
  const grantedOn = earliest(withGrant, 'granted_on');
  const publishedOn = earliest(withoutGrant, 'published_on');
  return grantedOn === null && publishedOn === null ? null : { grantedOn, publishedOn };
}

function bibliographyOf(document: XmlElement, data: XmlElement | null): Bibliography | null {
  if (data === null) return null;
  const title = inEnglish(childrenOf(data, 'invention-title'));
  const abstract = inEnglish(childrenOf(document, 'abstract'));
  const classes = exchangeClasses(data);
  const holders = applicantsOf(data);
  if (title === null && abstract === null && classes.length === 0 && holders.length === 0) return null;
  const language = languageOf(title ?? abstract);
  return { title: textAt(title), abstract: textAt(abstract), language, classes, holders };
}

/** Answers write `ol` for "the original language", which names none. */
function languageOf(element: XmlElement | null): string | null {
  const lang = element?.attributes.lang?.toLowerCase() ?? null;
  return lang === 'ol' ? null : lang;
}

/** The English one, else the first that is not blank. */
function inEnglish(elements: readonly XmlElement[]): XmlElement | null {
  const filled = elements.filter((element) => textAt(element) !== null);
  return filled.find((element) => element.attributes.lang?.toLowerCase() === 'en') ?? filled[0] ?? null;
}
