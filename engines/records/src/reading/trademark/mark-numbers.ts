import { RecordFault } from '../record-fault.js';

/**
 * The number of an application for a mark in its normal form: letters and digits, in capitals.
 *
 * @throws RecordFault `field-missing`, `number-wrong`
 */
export function markNumber(office: string, given: string | null): string {
  if (given === null) throw new RecordFault('field-missing', 'number', null, 'the number of the application');
  const number = given.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  const right = office === 'US' ? /^\d{8}$/ : /^[A-Z]*\d+[A-Z0-9]*$/;
  if (!right.test(number)) {
    const expected = office === 'US' ? 'series code and serial, eight digits' : 'letters and digits';
    throw new RecordFault('number-wrong', 'number', given, expected);
  }
  return number;
}

/** Zeros stand for none. */
export function registrationNumber(given: string | null): string | null {
  return given === null || /^0*$/.test(given) ? null : given;
}
