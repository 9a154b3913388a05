import type { ByteSource, ReadOptions } from '../byte-source.js';
import type { ReadItem } from '../record.js';
import { markRecord } from '../trademark/mark-record.js';
import { type MarkStandard, markItem, readMarks } from '../trademark/read-marks.js';
import { st96Facts } from './st96-facts.js';

const standard: MarkStandard = {
  name: 'WIPO ST.96',
  /** The drafts number their namespaces, `Trademark/1`; the versions since 1.0 share `ST96/Trademark`. */
  namespace: /^http:\/\/www\.wipo\.int\/standards\/XMLSchema\/(?:ST96\/Trademark|Trademark\/\d+)$/,
  plan: {
    captured: new Set(['Trademark']),
    boundaries: new Set(),
    passedOver: new Set([
      'AssignmentBag',
      'MaintenanceFilingBag',
      'MarkImageBag',
      'MarkSoundBag',
      'NationalCaseLocation',
      'NationalGoodsServices',
      'StaffBag',
    ]),
  },
  assembler: (latest) => ({
    unfinished: null,
    take: (event) =>
      event.type === 'element' ? [markItem(event, latest, () => markRecord(st96Facts(event.element)))] : [],
  }),
};

/**
 * Reads trade marks in WIPO ST.96 XML, drafts and versions alike: one record for every `Trademark` element, its position
 * the byte where the element begins.
 *
 * @throws UserFault as `readMarks`
 */
export function readSt96(source: ByteSource, options: ReadOptions = {}): AsyncGenerator<ReadItem[]> {
  return readMarks(standard, source, options);
}
