import { readApplicationNumber, recordId } from '@zhiheng/vocabulary';
import { RecordFault } from '../record-fault.js';
import { type DeedFields, valuesOf } from './deed-fields.js';

/** Numbers of a property; those behind the first stand in for it, in this order. */
const numberFields = ['applNum', 'patNum', 'publNum', 'pctNum', 'intlRegNum'];

/**
 * The rights that a deed is about, in its order: `US:14190982` by application number; else the first other number that
 * the deed gives, as given.
 *
 * @throws RecordFault `value-wrong` where the lists of numbers do not fit together; `field-missing` for a right without any
 */
export function deedProperties(fields: DeedFields): string[] {
  const lists = numberFields.map((name) => valuesOf(fields, name));
  const count = Math.max(...lists.map((list) => list.length));
  if (lists.some((list) => list.length !== 0 && list.length !== count)) {
    const lengths = numberFields.map((name, index) => `${name} ${lists[index]?.length ?? 0}`);
    throw new RecordFault('value-wrong', 'patent', lengths.join(', '), 'lists of one length');
  }
  return Array.from({ length: count }, (_, index) => propertyName(lists.map((list) => list[index] ?? null)));
}

function propertyName([application = null, ...others]: readonly (string | null)[]): string {
  const read = application === null ? null : readApplicationNumber('US', application);
  if (read !== null && !('fault' in read)) return recordId('US', read.number);
  const name = others.find((other) => other !== null) ?? application;
  if (name === null) throw new RecordFault('field-missing', 'patent', null, `one of ${numberFields.join(', ')}`);
  return name;
}
