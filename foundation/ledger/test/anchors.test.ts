import { createHash, createPublicKey, verify } from 'node:crypto';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ledger, readAnchors } from '@zhiheng/ledger';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSigned, sampleAct } from './sample-acts.js';
import { sqliteEngine, type TestPlace } from './test-engines.js';

const time = '2026-02-01T00:00:00.000Z';
let test: TestPlace;
let ledger: Ledger;
let file: string;
beforeEach(async () => {
  test = sqliteEngine.fresh();
  ledger = await openSigned(test);
  file = join(test.folder, 'anchors.jsonl');
});
afterEach(async () => {
  await ledger.close();
  await test.remove();
});

it('an anchor is a line that anyone with the public key can check', async () => {
  const { chain } = await ledger.append(sampleAct(1));
  await ledger.anchor(file, time);
  const line = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const open = createPublicKey(readFileSync(join(test.folder, 'ledger.key')));
  const key = createHash('sha256')
    .update(open.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  expect(line).toEqual({ office: 'CN', number: 1, chain, time, key, signature: expect.any(String) });
  const signed = `{"chain":"${chain}","key":"${key}","number":1,"office":"CN","time":"${time}"}`;
  expect(verify(null, Buffer.from(signed), open, Buffer.from(line.signature ?? '', 'base64'))).toBe(true);
});

it('anchors follow each other, behind what an interrupted writing left', async () => {
  await ledger.anchor(file, time);
  await ledger.append(sampleAct(1));
  appendFileSync(file, '{"office":"CN","num');
  expect(readAnchors(file).map(({ number }) => number)).toEqual([0]);
  await ledger.anchor(file, time);
  expect(readAnchors(file).map(({ number }) => number)).toEqual([0, 1]);
  expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(3);
  expect(await ledger.verify({ anchors: readAnchors(file) })).toMatchObject({ ok: true, anchors: 2 });
});

it('a file that holds something else, or cannot be reached, is told by name', async () => {
  writeFileSync(file, '{"office":"CN"}\n');
  expect(() => readAnchors(file)).toThrow(
    expect.objectContaining({ code: 'anchors-unusable', message: expect.stringContaining('line 1') }),
  );
  expect(() => readAnchors(join(test.folder, 'none'))).toThrow(expect.objectContaining({ code: 'anchors-unusable' }));
  const nowhere = ledger.anchor(join(test.folder, 'no/such/folder'), time);
  await expect(nowhere).rejects.toMatchObject({ code: 'anchors-unusable', detail: { found: 'ENOENT' } });
});

it('a ledger without a key has none', async () => {
  const keyless = await Ledger.open({ engine: 'sqlite', path: join(test.folder, 'other.sqlite') });
  await expect(keyless.anchor(file, time)).rejects.toThrow('without a key');
  await keyless.append(sampleAct(1));
  expect(await keyless.verify()).toMatchObject({ ok: true, acts: 1 });
  await keyless.close();
});
