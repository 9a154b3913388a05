import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDefinitions } from '@zhiheng/indicators';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editedList, listedDefinitions, writeDefinitions } from './bench-definitions.js';
import { columnsRead } from './column-scan.js';
import { indicatorMeasures } from './indicator-measures.js';
import { openMeasuredOffice, timedCommand } from './measured-office.js';
import { copyOffice } from './office-copy.js';

const folder = mkdtempSync(join(tmpdir(), 'zhiheng-bench-parts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const list = readFileSync(join(import.meta.dirname, '../../../../cli/bench-catalogue.yaml'), 'utf8');

describe('the fixed list', () => {
  const listed = listedDefinitions(list);

  it('has the flows, stocks and durations that it is said to have, and no two alike', () => {
    const kinds = listed.map(({ text }) => /^kind: (\w+)$/m.exec(text)?.[1]);
    const counts = ['flow', 'stock', 'duration'].map((kind) => kinds.filter((one) => one === kind).length);
    expect(counts).toEqual([25, 8, 4]);
    const bare = listed.map(({ text }) => text.replace(/^(?:id|names): .*$/gm, ''));
    expect(new Set(bare).size).toBe(37);
  });

  it('reads each as a definition, and no other', async () => {
    const whole = join(folder, 'whole');
    await writeDefinitions(whole, listed);
    expect(
      readDefinitions(whole)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(listed.map(({ id }) => id).sort());
  });

  it('is edited in one definition alone', () => {
    const edited = editedList(listed, 'bench-grants-of-many-claims');
    const changed = edited.filter((one, index) => one.text !== listed[index]?.text);
    expect(changed.map(({ id }) => id)).toEqual(['bench-grants-of-many-claims']);
    expect(changed[0]?.text).toContain('claim_count >= 11');
    expect(() => editedList(listed, 'bench-grants')).toThrow('no number of claims');
  });
});

describe('the columns that definitions are computed from', () => {
  it('are those that they name, and those of what they ask', () => {
    expect(columnsRead(['where: "kind = \'invention\'"\ndate: filed_on\nnames: { en: claim_count }\n'])).toEqual({
      patents: ['dataset', 'filed_on', 'id', 'kind', 'office'],
      patent_holders: ['area', 'id', 'position'],
    });
    expect(
      columnsRead([
        "where: \"classified('ipc', 'H01L') and has(pledge)\"\nstarts: granted_on\nbreakdowns: [holder_type]\n",
      ]),
    ).toEqual({
      patents: ['dataset', 'id', 'kind', 'office'],
      patent_holders: ['area', 'holder_type', 'id', 'position'],
      patent_states: ['granted_on', 'id'],
      patent_classes: ['id', 'scheme', 'symbol'],
      patent_events: ['event', 'event_on', 'id', 'patent', 'reference'],
      recordals: ['id', 'refers_to'],
    });
  });
});

describe('a measured office', () => {
  const definitions = join(folder, 'definitions');
  const first = { folder: join(folder, 'first/office'), definitions };
  const copy = { folder: join(folder, 'copy/office'), definitions };

  beforeAll(async () => {
    mkdirSync(first.folder, { recursive: true });
    const counted = `id: applications-here
names: { zh-Hans: 申请, zh-Hant: 申請, en: Applications }
unit: applications
kind: flow
where: claim_count >= 1
attribution: { holder: first, at: filing }
date: filed_on
event: filed
breakdowns: [kind]
`;
    await writeDefinitions(definitions, listedDefinitions(`${list.split('---')[0]}---\n${counted}`));
    await indicatorMeasures.make({ office: first, patents: 400, seed: 3 });
    await copyOffice(first.folder, copy.folder);
  });

  it('shares its segments with the copy that is worked on, and stays as it is', async () => {
    const segments = (at: string) =>
      readdirSync(join(at, 'lake'), { recursive: true, withFileTypes: true }).filter((one) =>
        one.name.endsWith('.parquet'),
      );
    const [segment] = segments(copy.folder);
    expect(statSync(join(segment?.parentPath ?? '', segment?.name ?? '')).nlink).toBe(2);
    const month = await indicatorMeasures.addMonth({ office: copy, into: join(folder, 'copy/month') });
    // Applications of December stand in January, and of what was pending or in force some is granted or ends.
    expect(month).toMatchObject({ month: '2024-01', quarantined: 0 });
    expect(month.loaded + month.replaced).toBe(month.rows);
    expect(month.loaded).toBeGreaterThan(0);
    expect(month.replaced).toBeGreaterThan(0);
    const [whole, more] = [
      await indicatorMeasures.compute({ office: first }),
      await indicatorMeasures.compute({ office: copy }),
    ];
    expect([whole.answer.release, more.answer.release]).toEqual(['first', 'next-month']);
    const office = await openMeasuredOffice(first);
    expect((await timedCommand(office, 'release-verify', {})).answer).toMatchObject({ ok: true, faults: [] });
    await office.close();
  });

  it('has its columns read as often as is asked', async () => {
    const { seconds, columns } = await indicatorMeasures.scan({
      office: first,
      texts: ['date: filed_on\n'],
      rounds: 2,
    });
    expect([seconds.length, columns]).toEqual([2, 8]);
  });
});
