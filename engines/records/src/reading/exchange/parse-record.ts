import { isUtf8 } from 'node:buffer';
import { SaxesParser } from 'saxes';
import { clipBytes } from '../raw-record.js';
import type { QuarantinedRecord } from '../record.js';
import { RecordFault } from '../record-fault.js';
import type { XmlElement } from '../uspto/xml-element.js';
import { characterEntities } from './character-entities.js';
import { longestRecord, type RecordPart } from './element-cutter.js';
import { localName } from './frame-parser.js';

/** Parts that no canonical column needs; only checked for well-formedness. */
const passedOver = new Set(['references-cited', 'inventors', 'designation-of-states', 'pre']);
/** Made once: a document has few entities, a file many documents. */
const entities: Record<string, string> = Object.assign(Object.create(new SaxesParser().ENTITIES), characterEntities);
const undefinedEntity = /undefined entity\.$/;

/**
 * Parses the bytes of one record strictly; element names lose their namespace prefix. Entities are those of XML and the
 * named characters of exchange files, never any that a DOCTYPE declares.
 *
 * @throws RecordFault `xml-malformed`, `encoding-wrong`, `value-wrong` for a record too long to hold
 */
export function parseRecord({ bytes, tooLong }: Pick<RecordPart, 'bytes' | 'tooLong'>): XmlElement {
  if (tooLong) {
    throw new RecordFault('value-wrong', null, 'a longer record', `a record of at most ${longestRecord} bytes`);
  }
  if (!isUtf8(bytes)) throw new RecordFault('encoding-wrong', null, 'bytes that are not UTF-8', 'utf-8');
  const parser = new SaxesParser();
  parser.ENTITIES = entities;
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  let skipped = 0;
  const onText = (text: string): void => {
    open.at(-1)?.children.push(text);
  };
  const listen = (): void => {
    parser.on('text', onText);
    parser.on('cdata', onText);
  };
  listen();
  parser.on('error', (error) => {
    if (skipped === 0 || !undefinedEntity.test(error.message)) throw error;
  });
  parser.on('opentag', (tag) => {
    const name = localName(tag.name);
    if (skipped > 0 || passedOver.has(name)) {
      if (skipped === 0) {
        parser.off('text');
        parser.off('cdata');
      }
      skipped += 1;
      return;
    }
    const element: XmlElement = { name, attributes: tag.attributes, children: [] };
    root ??= element;
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    if (skipped === 0) open.pop();
    else {
      skipped -= 1;
      if (skipped === 0) listen();
    }
  });
  try {
    parser.write(bytes.toString('utf8')).close();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new RecordFault('xml-malformed', null, error.message, 'well-formed XML (line and column within the record)');
  }
  if (root === null) throw new RecordFault('xml-malformed', null, 'no element', 'an element');
  return root;
}

/** The quarantined item of a record at fault. */
export function quarantinedRecord(part: Pick<RecordPart, 'bytes' | 'position'>, fault: RecordFault): QuarantinedRecord {
  const { code, field, found, expected } = fault;
  const raw = clipBytes(part.bytes);
  return { type: 'quarantined', position: part.position, line: null, field, code, found, expected, raw };
}
