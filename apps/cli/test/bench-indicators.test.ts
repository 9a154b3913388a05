import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { OfficeFolder } from './office-folder.js';

interface Answer {
  readonly rows: number;
  readonly limits: Readonly<Record<string, number>>;
  readonly speeds: Readonly<Record<string, number>>;
  readonly ratios: Readonly<Record<string, number>>;
  readonly inputs: Readonly<Record<string, number>>;
  readonly failed?: { readonly part: string; readonly message: string };
}

describe('bench indicators', () => {
  const office = new OfficeFolder();
  afterAll(() => office.remove());

  it('names the parts when one is unknown', async () => {
    expect(await office.run('bench', 'indicators', '--parts', 'scans')).toMatchObject({
      exit: 2,
      json: { error: { code: 'usage', expected: 'scan, alone, open, edit, month, postgres' } },
    });
  });

  it('names what can be computed, how often, and which parts go with it', async () => {
    const asked = (...words: string[]) => office.run('bench', 'indicators', ...words);
    expect(await asked('--catalogue', 'all')).toMatchObject({
      exit: 2,
      json: { error: { code: 'usage', expected: 'fixed, whole' } },
    });
    expect(await asked('--catalogue', 'whole', '--parts', 'edit')).toMatchObject({
      exit: 2,
      json: { error: { code: 'usage', expected: 'scan, open, month, postgres' } },
    });
    expect(await asked('--times', '2', '--parts', 'postgres')).toMatchObject({
      exit: 2,
      json: { error: { code: 'usage', expected: 'scan, alone, open, edit, month' } },
    });
    expect(await asked('--times', '2', '--catalogue', 'whole', '--parts', 'alone')).toMatchObject({
      exit: 2,
      json: { error: { code: 'usage', expected: 'scan, open, month' } },
    });
    expect(await asked('--times', '100')).toMatchObject({ exit: 2, json: { error: { code: 'usage' } } });
  });

  it('measures the parts that are asked for and no others; a part that fails is named', async () => {
    const out = join(office.path, 'made');
    const made = await office.run<{ files: string[]; mappings: string[] }>(
      ...['synthesise', '--patents', '300', '--texts', 'none', '--out', out],
    );
    expect(made.exit).toBe(0);
    const { files, mappings } = made.json;
    const mapped = mappings.flatMap((name) => ['--mapping', join(out, name)]);
    expect((await office.run('load', ...files.map((name) => join(out, name)), ...mapped)).exit).toBe(0);

    // Nothing is frozen yet, so that nothing can be computed.
    const failing = await office.run<Answer>('bench', 'indicators', '--parts', 'scan');
    expect(failing.exit).not.toBe(0);
    expect(failing.json).toMatchObject({ speeds: {}, failed: { part: 'compute' } });
    expect(failing.stderr).toContain('compute: ');

    expect((await office.run('release', 'create', 'first')).exit).toBe(0);
    const { exit, json } = await office.run<Answer>(
      ...['bench', 'indicators', '--times', '2', '--parts', 'scan,alone,month'],
    );
    expect(exit).toBe(0);
    expect(Object.keys(json.limits)).toEqual(['scanSeconds']);
    const spent = ['Seconds', 'CpuSeconds', 'MicrosecondsPerRecord'];
    const speeds = ['compute', 'once'].flatMap((of) => spent.map((what) => `${of}${what}`));
    const ofMonth = ['monthLoadSeconds', 'monthReleaseSeconds', 'monthSeconds', 'monthCpuSeconds'];
    const ofAlone = ['oneByOne', 'together'].flatMap((of) => ['Seconds', 'CpuSeconds'].map((what) => of + what));
    expect(Object.keys(json.speeds).sort()).toEqual([...speeds, ...ofAlone, ...ofMonth].sort());
    expect(json.ratios['one by one to the same figures together']).toBeCloseTo(
      (json.speeds.oneByOneSeconds ?? 0) / (json.speeds.togetherSeconds ?? 1),
      9,
    );
    expect(json.ratios['month to compute']).toBeCloseTo(
      (json.speeds.monthSeconds ?? 0) / (json.speeds.computeSeconds ?? 1),
      9,
    );
    expect(json.inputs.monthRows).toBeGreaterThan(0);
    expect(json.inputs.comparedValues).toBeGreaterThan(1000);
    expect(json.inputs.onceRows).toBeGreaterThan(300);
    expect(json.rows).toBe(2 * (json.inputs.onceRows ?? 0));
    expect(json.failed).toBeUndefined();
  }, 300_000);
});
