import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { crc32, deflateRawSync } from 'node:zlib';
import { readTextDocument } from '../foundation/texts/dist/index.js';

/** Pages of official layout hold 22 lines of 28 characters. */
const pages = 200;
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const font = '<w:rPr><w:rFonts w:eastAsia="FangSong"/><w:sz w:val="32"/></w:rPr>';

/**
 * Reads one file and tells what it took.
 * @param {string} path
 */
async function measure(path) {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const content = {
      bytes: size,
      /** @param {number} offset @param {number} length */
      async read(offset, length) {
        const { buffer, bytesRead } = await file.read(
          Buffer.alloc(Math.min(length, size - offset)),
          0,
          undefined,
          offset,
        );
        return buffer.subarray(0, bytesRead);
      },
    };
    const start = performance.now();
    const { format, lines } = await readTextDocument({ name: basename(path), content });
    const seconds = Math.round(performance.now() - start) / 1000;
    const characters = lines.reduce((sum, { text }) => sum + text.length, 0);
    const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    console.log(JSON.stringify({ path, bytes: size, format, lines: lines.length, characters, seconds, peakMegabytes }));
  } finally {
    await file.close();
  }
}

/** Paragraphs of two lines and a half, a heading with an automatic number on each page, and a table on every tenth. */
function documentXml() {
  const numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
  const text =
    '按照任务分工，逐项明确责任部门、时间进度和完成标准，每月报送进展，及时协调解决推进中的问题，确保各项工作按期完成。';
  /** @param {string} words @param {string} [properties] */
  const paragraph = (words, properties = '') =>
    `<w:p>${properties}<w:r>${font}<w:t>${words.slice(0, 20)}</w:t></w:r><w:r>${font}<w:t>${words.slice(20)}</w:t></w:r></w:p>`;
  const row = `<w:tr>${`<w:tc>${paragraph('指标与目标')}</w:tc>`.repeat(4)}</w:tr>`;
  const page = (/** @type {number} */ number) =>
    paragraph(`第${number}页的任务`, numbered) +
    paragraph(text).repeat(7) +
    (number % 10 === 0 ? `<w:tbl>${row.repeat(8)}</w:tbl>` : '');
  const body = Array.from({ length: pages }, (_, index) => page(index + 1)).join('');
  return `<w:document ${word}><w:body>${body}</w:body></w:document>`;
}

/** @param {readonly (readonly [string, string])[]} entries */
function zip(entries) {
  const [local, directory] = [/** @type {Buffer[]} */ ([]), /** @type {Buffer[]} */ ([])];
  let at = 0;
  for (const [name, text] of entries) {
    const [data, title] = [Buffer.from(text), Buffer.from(name)];
    const packed = deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(title.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    const piece = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, title, packed]);
    local.push(piece);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0003', 'latin1'), fields, tail, title]));
    at += piece.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, index, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}

function madeDocx() {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const level =
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>';
  return zip([
    ['word/document.xml', documentXml()],
    [
      'word/_rels/document.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${relations}/numbering" Target="numbering.xml"/></Relationships>`,
    ],
    [
      'word/numbering.xml',
      `<w:numbering ${word}><w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ],
  ]);
}

const given = process.argv.slice(2);
// `--write FILE`: the made document itself, for `zhiheng programme import FILE`.
if (given[0] === '--write' && given[1] !== undefined) writeFileSync(given[1], madeDocx());
else if (given.length > 0) for (const path of given) await measure(path);
else {
  const folder = mkdtempSync(join(tmpdir(), 'measure-texts-'));
  try {
    const path = join(folder, `made-${pages}-pages.docx`);
    writeFileSync(path, madeDocx());
    await measure(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
