import { describe, expect, it } from 'vitest';
import { type CutPart, ElementCutter, longestRecord, type RecordPart } from './element-cutter.js';

function cut(text: string, size = text.length): { records: RecordPart[]; outside: string; cutter: ElementCutter } {
  const bytes = Buffer.from(text);
  const cutter = new ElementCutter(['doc']);
  const parts: CutPart[] = [];
  for (let at = 0; at < bytes.length; at += size) parts.push(...cutter.push(bytes.subarray(at, at + size)));
  const outside = parts.flatMap((part) => (part.type === 'outside' ? [part.bytes] : []));
  return {
    records: parts.filter((part): part is RecordPart => part.type === 'record'),
    outside: Buffer.concat(outside).toString('utf8'),
    cutter,
  };
}

const texts = ({ records }: ReturnType<typeof cut>) => records.map(({ bytes }) => bytes.toString('utf8'));

const one = '<x:doc a="1>0" b=\'</x:doc>\'><t>中</t></x:doc  >';
const tricky = '<x:doc><!-- </x:doc> --><t><![CDATA[</x:doc>]]></t><?p </x:doc>?><x:document></x:document></x:doc>';
const before = '<?xml version="1.0"?><!DOCTYPE r [<!-- ]> <x:doc> --><!ENTITY e "]>"><?p ]>?>]><r a=">">';
const all = `${before}${one} \u00e9 ${tricky}<!-- <x:doc/> --><doc/><docs><doc></doc></docs></r>`;

describe('ElementCutter', () => {
  it.each([1, 2, 3, 7, 64, all.length])('cuts whole elements out of chunks of %i bytes', (size) => {
    const result = cut(all, size);
    // the first one ends at the tag inside its attribute: `<` may not stand there in XML
    expect(texts(result)).toEqual([
      '<x:doc a="1>0" b=\'</x:doc>\'><t>中</t></x:doc  >',
      tricky,
      '<doc/>',
      '<doc></doc>',
    ]);
    expect(result.outside).toBe(`${before} \u00e9 <!-- <x:doc/> --><docs></docs></r>`);
    expect(result.records.map(({ position }) => position)).toEqual([
      Buffer.byteLength(before),
      Buffer.byteLength(`${before}${one} é `),
      Buffer.byteLength(`${before}${one} é ${tricky}<!-- <x:doc/> -->`),
      Buffer.byteLength(`${before}${one} é ${tricky}<!-- <x:doc/> --><doc/><docs>`),
    ]);
    expect(result.cutter.openPosition).toBeNull();
    expect(result.cutter.rest()).toHaveLength(0);
    expect(result.cutter.length).toBe(Buffer.byteLength(all));
  });

  it('tells where an unfinished record begins', () => {
    const { records, cutter } = cut(`<r>${tricky}<doc><t>`, 5);
    expect(records).toHaveLength(1);
    expect(cutter.openPosition).toBe(3 + tricky.length);
  });

  it('keeps only the start of a record that is too long', () => {
    const cutter = new ElementCutter(['doc']);
    const parts = [...cutter.push(Buffer.from('<r><doc>'))];
    const block = Buffer.alloc(1024 * 1024, 'a');
    for (let sent = 0; sent <= longestRecord; sent += block.length) parts.push(...cutter.push(block));
    parts.push(...cutter.push(Buffer.from('</doc><doc>b</doc></r>')));
    const records = parts.filter((part): part is RecordPart => part.type === 'record');
    expect(records.map(({ tooLong, bytes }) => [tooLong, bytes.length])).toEqual([
      [true, 128 * 1024],
      [false, 12],
    ]);
  });
});
