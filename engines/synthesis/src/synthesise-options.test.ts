import { UserFault } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { memoryFiles } from '../test/memory-files.js';
import { areasCsv } from '../test/repository.js';
import { synthesise } from './synthesise.js';
import type { SynthesiseOptions } from './synthesise-options.js';

const usual = { patents: 10, seed: 1, out: 'office', areasCsv };

describe('options of the generator', () => {
  it.each<[string, Partial<SynthesiseOptions>]>([
    ['patents', { patents: 0 }],
    ['patents', { patents: 2.5 }],
    ['patents', { patents: Number.NaN }],
    ['patents', { patents: 10_000_001 }],
    ['seed', { seed: -1 }],
    ['seed', { seed: 2 ** 53 }],
    ['marks', { marks: 10_000_001 }],
    ['texts', { texts: 'some' as 'none' }],
    ['dirt', { dirt: 1001 }],
    ['abnormal', { abnormal: 0.3 }],
    ['marks', { marks: -1 }],
    ['from', { from: '2017-12-31' }],
    ['from', { from: '2018-02-30' }],
    ['to', { to: '2024-01-01' }],
    ['to', { from: '2020-01-01', to: '2019-12-31' }],
  ])('refuses a wrong %s before a file is begun', async (field, wrong) => {
    const { files, texts } = memoryFiles();
    const fault = await synthesise({ ...usual, files, ...wrong }).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(UserFault);
    expect(fault).toMatchObject({ code: 'usage', detail: { place: { field } } });
    expect(texts.size).toBe(0);
  });

  it('accepts no marks in so many words', async () => {
    const { files } = memoryFiles();
    await expect(synthesise({ ...usual, files, marks: 0 })).resolves.toMatchObject({ truth: 'truth.json' });
  });
});
