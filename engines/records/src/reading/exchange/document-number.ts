import type { Day } from '@zhiheng/vocabulary';
import { dayReader } from '../calendar-day.js';
import { RecordFault } from '../record-fault.js';
import { childrenOf, elementAt, textAt, type XmlElement } from '../uspto/xml-element.js';

/** A publication, application or priority in the EPO's own (docdb) form. */
export interface DocumentNumber {
  /** ST.3, as given; for an international application the receiving office. */
  readonly country: string;
  readonly number: string;
  readonly kind: string | null;
  readonly on: Day | null;
}

const readDay = dayReader('YYYYMMDD');

/**
 * The docdb number among the elements of one reference. Exchange files repeat the reference for each form of the number,
 * answers hold all forms in one; a date that only another form tells counts too. Null when there is no docdb form.
 *
 * @param field canonical column of the date, for faults
 * @throws RecordFault `date-wrong`
 */
export function docdbNumber(references: readonly XmlElement[], field: string): DocumentNumber | null {
  const forms = references.flatMap((reference) =>
    childrenOf(reference, 'document-id').map((id) => ({
      id,
      form: id.attributes['document-id-type'] ?? reference.attributes['data-format'] ?? null,
    })),
  );
  const id = forms.find(({ form }) => form === 'docdb')?.id ?? null;
  const [country, number] = [textAt(id, 'country'), textAt(id, 'doc-number')];
  if (country === null || number === null) return null;
  const date = textAt(id, 'date') ?? forms.map((form) => textAt(form.id, 'date')).find((text) => text !== null) ?? null;
  return { country: country.toUpperCase(), number, kind: textAt(id, 'kind'), on: exchangeDay(date, field) };
}

/** The number as the office itself writes it, in each original form among the elements of one reference. */
export function originalNumbers(references: readonly XmlElement[]): string[] {
  return references.flatMap((reference) =>
    childrenOf(reference, 'document-id')
      .filter((id) => (id.attributes['document-id-type'] ?? reference.attributes['data-format']) === 'original')
      .map((id) => textAt(id, 'doc-number'))
      .filter((text) => text !== null),
  );
}

/** A day as `YYYYMMDD`; null when blank. Throws `date-wrong`. */
export function exchangeDay(text: string | null, field: string): Day | null {
  if (text === null || text.trim() === '') return null;
  const day = readDay?.(text.trim()) ?? null;
  if (day === null) throw new RecordFault('date-wrong', field, text, 'a day of the calendar up to 2100, as YYYYMMDD');
  return day;
}

/** A date element with one document-id below it, as exchange files write days. */
export function dayBelow(element: XmlElement, field: string): Day | null {
  return exchangeDay(textAt(elementAt(element, 'document-id'), 'date'), field);
}
