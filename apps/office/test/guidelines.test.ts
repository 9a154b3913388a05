import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { GuidelineAnswer, ProgrammeAnswer } from '@zhiheng/office';
import type { ComparedHead, ProgrammeComparison } from '@zhiheng/programme';
import { afterAll, describe, expect, it } from 'vitest';
import { SmallOffice } from './small-office.js';

const seed = resolve(import.meta.dirname, '../../../../shared/seeds/guideline-2023.txt');
const small = new SmallOffice();
afterAll(() => small.remove());

const asked = async (name: string, input: object) => (await small.run(name, input)).json;

describe('a guideline is imported', () => {
  it('is kept as a draft with all that was read, once', async () => {
    const read = (await asked('programme-import', { path: seed })) as GuidelineAnswer;
    expect(read).toMatchObject({ file: 'guideline-2023.txt', format: 'txt', known: false, issuedOn: '2023-03-23' });
    expect(read.lines).toBe(readFileSync(seed, 'utf8').split('\n').length);
    expect(read.sections.flatMap(({ items }) => items)).toHaveLength(12);
    expect(read.targets.filter(({ limit }) => limit !== null)).toHaveLength(6);
    expect(read.handIns).toMatchObject([{ due: '2023-12-15', toId: 'utilisation', forms: ['paper', 'electronic'] }]);
    expect(read.sections[1]?.items[0]?.ownerIds).toEqual([
      ...['planning', 'protection', 'utilisation', 'patent-examination', 'trademarks', 'public-service'],
    ]);
    const again = await asked('programme-import', { path: seed });
    expect(again).toEqual({ ...read, known: true });
    expect(await asked('programme-draft', { draft: read.draft })).toEqual(again);
    expect(await asked('programme-drafts', {})).toMatchObject([
      { draft: read.draft, items: 12, targets: 10, noise: 7 },
    ]);
    expect(await small.use((office) => office.ledger.acts('programme:import'))).toHaveLength(1);
  });

  it('that cannot be read leaves nothing', async () => {
    const scan = join(small.path, 'scan.bin');
    writeFileSync(scan, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 0, 0, 0, 0]));
    await expect(small.run('programme-import', { path: scan })).rejects.toMatchObject({ code: 'document-refused' });
    await expect(small.run('programme-draft', { draft: 'g0' })).rejects.toMatchObject({ code: 'not-found' });
    expect(await asked('programme-drafts', {})).toHaveLength(1);
  });
});

describe('a programme is shown', () => {
  it('with the names of what each clause is tied to', async () => {
    const shown = (await asked('programme-show', { id: '2023', clause: '5c' })) as ProgrammeAnswer;
    expect(shown.sections).toHaveLength(1);
    expect(shown.sections[0]?.items).toHaveLength(1);
    const [clause, ...others] = shown.sections[0]?.items[0]?.clauses ?? [];
    expect(others).toEqual([]);
    expect(clause?.targets.map(({ id, names }) => [id, names?.en])).toEqual([
      ['T5', 'Patent and trademark pledge finance up by 10 %'],
      ['T6', 'Small and medium firms served by pledges up by 10 %'],
      ['T12', 'Pledge finance reaching further (share of firms with loans under 10 million CNY)'],
    ]);
    // The small office has none of these definitions.
    expect(clause?.indicators).toEqual(
      ['pledge-amount', 'pledge-items', 'pledge-firms', 'pledge-firms-small-loans'].map((id) => ({ id, names: null })),
    );
    const whole = (await asked('programme-show', { id: '2023' })) as ProgrammeAnswer;
    expect(whole.sections.flatMap(({ items }) => items.flatMap(({ clauses }) => clauses))).toHaveLength(77);
    await expect(small.run('programme-show', { id: '2023', clause: '3z' })).rejects.toMatchObject({
      ...{ code: 'not-found', detail: { found: '3z', didYouMean: '3a' } },
    });
    await expect(small.run('programme-show', { id: '2022' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('programmes are compared', () => {
  it('the one in force with the guideline it comes from, owners by their organisations', async () => {
    const { draft } = (await asked('programme-import', { path: seed })) as GuidelineAnswer;
    const known = (await asked('programme-comparable', {})) as ComparedHead[];
    expect(known.map(({ id, kind, words }) => [id, kind, words])).toEqual([
      ['2023', 'programme', 'own'],
      [draft, 'draft', 'document'],
    ]);
    const compared = (await asked('programme-compare', { before: '2023', after: draft })) as ProgrammeComparison;
    expect([compared.before.id, compared.after.id, compared.wordsCompared]).toEqual(['2023', draft, false]);
    expect(compared.items.map(({ before, after, changes }) => [before?.number, after?.number, changes])).toEqual(
      ['(一)', '(二)', '(一)', '(二)', '(三)', '(四)', '(五)', '(六)', '(七)', '(八)', '(九)', '(十)', ''].map(
        (number) => [...[number, number, []]],
      ),
    );
    const itself = (await asked('programme-compare', { before: draft, after: draft })) as ProgrammeComparison;
    expect(itself.wordsCompared).toBe(true);
    expect([...itself.items, ...itself.targets].flatMap(({ changes }) => changes)).toEqual([]);
    await expect(small.run('programme-compare', { before: '2023', after: '20233' })).rejects.toMatchObject({
      ...{ code: 'not-found', detail: { found: '20233', didYouMean: '2023' } },
    });
  });
});
