import { type Day, readApplicationNumber, recordId } from '@zhiheng/vocabulary';
import { RecordFault } from '../record-fault.js';
import type { DocumentNumber } from './document-number.js';
import { unitedStatesNumber } from './united-states-number.js';

/** An application as the records know it. */
export interface ExchangeApplication {
  readonly id: string;
  /** ST.3 of the office that decides; `WO` for an international application. */
  readonly office: string;
  readonly number: string;
  readonly numberAsGiven: string;
  readonly kind: string | null;
  /** Where it was filed: the receiving office of an international application, else the office. */
  readonly filedAt: string;
  readonly filedOn: Day | null;
}

/**
 * The application that a docdb number names; its id says the same application however often it is published.
 *
 * - China: the number without check digit, as everywhere.
 * - United States: series code and serial where they are certain. Older numbers of docdb (serial and two digits of the
 *   year) that do not tell the series keep that form with their kind (`20685698A`), which no number of series code and
 *   serial equals.
 * - International applications (kind `W`): office `WO`, number with the receiving office (`IB2022055385`).
 * - Others: letters and digits of the docdb number, with the kind behind it unless that is `A`. Offices number patents and
 *   utility models, or national parts of a European patent, in rows of their own: `JP:2000123456` and `JP:2000123456U`.
 *
 * @param originals the number in its office's own form, where the source has it
 * @throws RecordFault `number-wrong`, `check-digit-wrong`
 */
export function exchangeApplication(given: DocumentNumber, originals: readonly string[] = []): ExchangeApplication {
  const office = given.kind?.startsWith('W') === true ? 'WO' : given.country;
  const number = numberOf(office, given, originals);
  return {
    id: recordId(office, number),
    office,
    number,
    numberAsGiven: given.number,
    kind: given.kind,
    filedAt: given.country,
    filedOn: given.on,
  };
}

function numberOf(office: string, given: DocumentNumber, originals: readonly string[]): string {
  const plain = given.number.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  const kind = given.kind?.toUpperCase() ?? 'A';
  if (office === 'WO') return `${given.country}${plain}`;
  if (office === 'US') return unitedStatesNumber(given, originals) ?? `${plain}${kind}`;
  const read = readApplicationNumber(office, given.number);
  if ('fault' in read) throw new RecordFault(read.fault, 'number', given.number, read.expected);
  return office === 'CN' || kind === 'A' ? read.number : `${read.number}${kind}`;
}
