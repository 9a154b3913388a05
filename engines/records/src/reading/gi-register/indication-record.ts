import { type Day, recordId } from '@zhiheng/vocabulary';
import { dayReader } from '../calendar-day.js';
import { RecordFault } from '../record-fault.js';
import type { SourceRecord } from '../source-record.js';
import { countryCodes } from './country-codes.js';

/** The office that keeps the register, ST.3. */
const office = 'GB';
const readDay = dayReader('DD/MM/YYYY');

/**
 * The record that an object of the register tells. The register dates no state, so that `stateOn` is null; a field that
 * is blank or absent is null.
 *
 * @throws RecordFault `field-missing` without a file number, `date-wrong`, `value-wrong` for a field that is no text
 */
export function indicationRecord(object: Readonly<Record<string, unknown>>): SourceRecord {
  const numberAsGiven = textOf(object, 'EA_FileNumber', 'number');
  if (numberAsGiven === null) throw new RecordFault('field-missing', 'number', null, 'a file number: EA_FileNumber');
  const number = numberAsGiven.replaceAll(/\s+/g, ' ');
  const kind = textOf(object, 'EA_Type', 'kind');
  const status = textOf(object, 'EA_Status', 'status');
  const country = textOf(object, 'EA_Country', 'country');
  return {
    group: 'geographical_indications',
    id: recordId(office, number),
    office,
    dataset: 'real',
    number,
    numberAsGiven,
    stateOn: null,
    rows: {
      geographical_indications: [
        {
          name: textOf(object, 'EA_Name', 'name'),
          kind: kind === null ? null : foldKind(kind),
          kind_as_given: kind,
          register: textOf(object, 'DEF_Register', 'register'),
          product_type: textOf(object, 'EA_ProductType', 'product_type'),
          product_category: textOf(object, 'EA_ProductCategory', 'product_category'),
          country: country === null ? null : countryCodes(country),
          country_as_given: country,
          status: status === null ? null : foldWord(status),
          status_as_given: status,
          legal_instrument: textOf(object, 'EA_LegalInstrument', 'legal_instrument'),
          filed_on: dayOf(object, 'EA_ApplicationDate', 'filed_on'),
          published_on: dayOf(object, 'EA_DatePublication', 'published_on'),
          registered_on: dayOf(object, 'EA_DateRegistration', 'registered_on'),
          ceased_on: null,
        },
      ],
    },
  };
}

/** `Protected Designation of Origin (PDO)` → `pdo`; a kind without abbreviation → its words. */
function foldKind(given: string): string {
  return foldWord(/\(([^()]+)\)$/.exec(given)?.[1] ?? given);
}

function foldWord(given: string): string {
  return given.trim().toLowerCase().replaceAll(/\s+/g, '_');
}

function textOf(object: Readonly<Record<string, unknown>>, name: string, field: string): string | null {
  const value = object[name];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw new RecordFault('value-wrong', field, JSON.stringify(value), `a text: ${name}`);
  if (/\0|\p{Surrogate}/u.test(value)) {
    throw new RecordFault('value-wrong', field, JSON.stringify(value), `${name} without NUL and halves of characters`);
  }
  const text = value.trim();
  return text === '' ? null : text;
}

function dayOf(object: Readonly<Record<string, unknown>>, name: string, field: string): Day | null {
  const text = textOf(object, name, field);
  if (text === null) return null;
  const day = readDay?.(text) ?? null;
  if (day === null) throw new RecordFault('date-wrong', field, text, 'a day of the calendar up to 2100, as DD/MM/YYYY');
  return day;
}
