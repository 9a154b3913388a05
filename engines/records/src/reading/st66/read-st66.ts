import type { ByteSource, ReadOptions } from '../byte-source.js';
import type { ReadItem } from '../record.js';
import { type MarkStandard, readMarks } from '../trademark/read-marks.js';
import { TransactionAssembler } from './transaction-assembler.js';

const standard: MarkStandard = {
  name: 'WIPO ST.66',
  namespace: /^http:\/\/www\.wipo\.int\/standards\/XMLSchema\/trademarks$/,
  plan: {
    captured: new Set(['TradeMark', 'ApplicantDetails', 'HolderDetails']),
    boundaries: new Set(['TransactionData']),
    passedOver: new Set(['AssignmentBagExt', 'MarkImageDetails', 'StaffDetails']),
  },
  assembler: (latest) => new TransactionAssembler(latest),
};

/**
 * Reads trade marks in WIPO ST.66 XML: one record for every `TradeMark` element, its position the byte where the element
 * begins, with the owners that stand beside it in its `TransactionData`.
 *
 * @throws UserFault as `readMarks`
 */
export function readSt66(source: ByteSource, options: ReadOptions = {}): AsyncGenerator<ReadItem[]> {
  return readMarks(standard, source, options);
}
