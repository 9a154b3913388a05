import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grant, sequenceListing } from '../../../test/uspto-documents.js';
import { DocumentsReader, type FileEnd } from './documents-reader.js';
import { readPlainDocument } from './plain-document.js';

const samples = path.resolve(import.meta.dirname, '../../../../../../shared/data/patents-us');

/** What comes of a file that is handed over in these pieces. */
function read(...pieces: Buffer[]): { items: unknown[]; end: FileEnd } {
  const reader = new DocumentsReader();
  const items = pieces.flatMap((piece) => reader.push(piece));
  return { items, end: reader.endFile() };
}

/** A document in one piece may take the fast way; cut in the middle of its first tag it never does. */
function compare(document: string): boolean {
  const bytes = Buffer.from(document);
  const start = bytes.indexOf(0x3c);
  const [first, rest] = [bytes.subarray(0, start + 8), bytes.subarray(start + 8)];
  expect(read(bytes)).toEqual(read(first, rest));
  return readPlainDocument(document) !== null;
}

const rich = grant({
  number: '15123456',
  date: '20200107',
  status: 'PRODUCTION',
  body: `<number-of-claims>3</number-of-claims>
<assignees><assignee><addressbook><orgname>A &amp; B &#x201c;C&#8221; &lt;D&gt;</orgname><address><city>Z&#xfc;rich</city><country>CH</country></address></addressbook></assignee></assignees>
<us-references-cited><us-citation><patcit num="00001"><document-id><country>US</country></document-id></patcit></us-citation></us-references-cited>`,
}).replace(
  '</us-patent-grant>',
  `<abstract id="a"><p id="p-1" num="0000">A hinge <b>10</b> with a <?in-line end="lead"?>pin.</p></abstract>
<description id="d"><heading level="1">FIELD</heading><p num="0001">Text &#x2014; of <i>one</i> part<br/>中文 é 😀</p ></description>
<claims id="c"><claim id="1" num="1"><claim-text>1. A <b>hinge</b>.</claim-text></claim><claim id="2" num="2"><claim-text>2. Another.</claim-text></claim></claims>
</us-patent-grant>`,
);

/** Each is wrong somewhere, or a form that the fast way leaves to the parser. */
const insertions = [
  ...['&', '&x;', '&#0;', '&#xd800;', '&#x110000;', '&#x2019;', '&amp;', '<', '>', ']]>', '"', "'", '=', '/', '?'],
  ...['<!-- a -->', '<![CDATA[<x>]]>', '<?pi a ? b?>', '<?xml-x?>', '<?p', '<b>', '</b>', '<b/>', '<p a="1" a="2"/>'],
  ...["<p a='1'/>", '<p a="<"/>', '<p a = "1"/>', '<p a="1"b="2"/>', '<p a="x\ny"/>', '<1/>', '<é/>', '</>', '< b/>'],
  ...[
    '\r',
    '&#13;',
    '\t',
    '\u0001',
    '\ufffe',
    '\ufeff',
    '\u0000',
    'x',
    ' ',
    '<!DOCTYPE a>',
    '<__proto__ __proto__="1"/>',
  ],
];

describe('the fast way to read a document', () => {
  it('takes documents as offices write them, and comes to what the parser does', () => {
    expect(compare(rich)).toBe(true);
    expect(compare(grant({ number: '15123457', date: '20200107', body: '', status: 'PRODUCTION' }))).toBe(true);
    expect(read(Buffer.from(rich)).end.items).toMatchObject([
      {
        type: 'record',
        record: {
          abstract: 'A hinge 10 with a pin.',
          firstClaim: '1. A hinge.',
          claimCount: 3,
          holders: [{ name: 'A & B “C” <D>', country: 'CH' }],
        },
      },
    ]);
    expect(compare(rich.replaceAll('\n', '\r\n'))).toBe(true);
    compare(sequenceListing);
  });

  it.skipIf(!existsSync(samples))('takes every whole grant and application of the samples', () => {
    const documents = readdirSync(samples)
      .filter((name) => /^ip[ag].*\.xml$/.test(name))
      .flatMap((name) => readFileSync(path.join(samples, name), 'utf8').split(/(?=<\?xml )/))
      .filter((text) => text.includes('<us-patent-'));
    expect(documents.length).toBeGreaterThan(0);
    expect(documents.filter((document) => !compare(document))).toEqual([]);
  });

  it.each(insertions)('comes to what the parser does with %j anywhere', (insertion) => {
    let [plain, parsed] = [0, 0];
    for (let at = 0; at <= rich.length; at += 1) {
      const document = rich.slice(0, at) + insertion + rich.slice(at);
      // every third place, and all of those around a tag
      if (at % 3 !== 0 && !/[<>]/.test(rich.slice(at - 1, at + 1))) continue;
      if (compare(document)) plain += 1;
      else parsed += 1;
    }
    expect(plain + parsed).toBeGreaterThan(rich.length / 3);
    expect(parsed).toBeGreaterThan(0);
  });

  it('comes to what the parser does wherever a document is cut, doubled or shortened', () => {
    let [plain, parsed] = [0, 0];
    const place = fc.integer({ min: 0, max: rich.length });
    fc.assert(
      fc.property(place, place, place, (from, to, at) => {
        for (const document of [
          rich.slice(0, from) + rich.slice(to),
          rich.slice(0, at) + rich.slice(Math.min(from, to), Math.max(from, to)) + rich.slice(at),
        ]) {
          if (compare(document)) plain += 1;
          else parsed += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect([plain > 0, parsed > 0]).toEqual([true, true]);
  });
});
