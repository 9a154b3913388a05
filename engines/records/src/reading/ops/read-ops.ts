import { OwnFault } from '@zhiheng/vocabulary';
import { type ByteSource, type ReadOptions, usualBatchSize } from '../byte-source.js';
import { combinedRecord } from '../exchange/combined-record.js';
import { cutRecords } from '../exchange/cut-records.js';
import type { RecordPart } from '../exchange/element-cutter.js';
import type { FrameTag } from '../exchange/frame-parser.js';
import { parseRecord, quarantinedRecord } from '../exchange/parse-record.js';
import { publicationOf } from '../exchange/publication.js';
import { refuseFutureDays } from '../future-day.js';
import type { ReadItem } from '../record.js';
import { RecordFault } from '../record-fault.js';
import { elementAt } from '../uspto/xml-element.js';
import { checkAnswer } from './answer.js';
import { type FamilyMember, familyMember } from './family-member.js';
import { familyRecords } from './family-records.js';
import { legalStatement } from './legal-statement.js';

interface OpenFamily {
  /** Publications that the whole family has; null when the answer does not say. */
  readonly total: number | null;
  readonly members: FamilyMember[];
  readonly faulty: ReadItem[];
}

const recordNames = ['exchange-document', 'family-member'];

/**
 * Reads an answer of the EPO's Open Patent Services: bibliographic data (each exchange document is a source record), or a
 * family with or without bibliographic data and legal events (each application is one; a family is held in memory). An
 * exchange document that names no application, as in answers of abstracts, is ignored as `no-application`.
 *
 * @throws UserFault `format-refused` with the name of an answer that holds no records; `file-empty`, `file-truncated`,
 * `xml-malformed`, `encoding-wrong`, `format-unknown`
 */
export async function* readOps(source: ByteSource, options: ReadOptions = {}): AsyncGenerator<ReadItem[]> {
  const size = options.batchSize ?? usualBatchSize;
  let waiting: ReadItem[] = [];
  let family: OpenFamily | null = null;
  try {
    for await (const part of cutRecords(source, recordNames, options)) {
      if (part.type === 'opens') checkAnswer(part, options);
      if (part.type === 'opens' && part.name === 'patent-family') family = openFamily(part);
      else if (part.type === 'closes' && part.name === 'patent-family' && family !== null) {
        waiting.push(...familyItems(family));
        family = null;
      } else if (part.type === 'record' && family !== null) takeMember(part, family, options);
      else if (part.type === 'record') waiting.push(documentItem(part, options));
      while (waiting.length >= size) {
        const full = waiting.slice(0, size);
        waiting = waiting.slice(size);
        yield full;
      }
    }
  } catch (fault) {
    if (options.keepComplete === true && waiting.length > 0) yield waiting;
    throw fault;
  }
  if (waiting.length > 0) yield waiting;
}

function documentItem(part: RecordPart, { latest }: ReadOptions): ReadItem {
  const { position } = part;
  try {
    const document = parseRecord(part);
    if (elementAt(document, 'bibliographic-data', 'application-reference') === null) {
      return { type: 'ignored', reason: 'no-application', position };
    }
    const record = combinedRecord([publicationOf(document)]);
    if (record === null) throw new OwnFault('a publication that makes no record');
    return { type: 'record', record: refuseFutureDays(record, latest), position };
  } catch (error) {
    if (error instanceof RecordFault) return quarantinedRecord(part, error);
    throw error;
  }
}

function openFamily({ attributes }: FrameTag): OpenFamily {
  const total = Number(attributes['total-result-count'] ?? Number.NaN);
  return { total: Number.isInteger(total) ? total : null, members: [], faulty: [] };
}

function takeMember(part: RecordPart, family: OpenFamily, { latest }: ReadOptions): void {
  try {
    const member = familyMember(parseRecord(part), part.position);
    const alone = combinedRecord([member.publication]);
    if (alone !== null) refuseFutureDays(alone, latest);
    for (const one of legalStatement(member.publication.application, member.legal)) refuseFutureDays(one, latest);
    family.members.push(member);
  } catch (error) {
    if (!(error instanceof RecordFault)) throw error;
    family.faulty.push(quarantinedRecord(part, error));
  }
}

function familyItems({ total, members, faulty }: OpenFamily): ReadItem[] {
  const whole = faulty.length === 0 && (total === null || members.length >= total);
  return [...familyRecords(members, whole), ...faulty].sort((a, b) => a.position - b.position);
}
