import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TextField } from '../../src/near/model.js';
import { NearTexts } from '../../src/near/near-texts.js';
import { plainShingles } from './all-pairs.js';
import { applicationsOf, edited, seeded } from './planted-texts.js';

const data = resolve(import.meta.dirname, '../../../../../shared/data');
const titles = resolve(data, 'patents-cn/cn_patent_titles_ipc_9740.csv');
const grants = ['050104', '070102', '090106', '110104', '130416'].map((week) =>
  resolve(data, `patents-us/ipg${week}.small.xml`),
);

/** Plants one edit of every tenth text and tells of how many, by similarity in tenths, the pair is found. */
async function recallOver(
  field: TextField,
  texts: readonly string[],
  edit: (text: string, share: number) => string,
  likeness: (a: string, b: string) => number,
) {
  const random = seeded(17);
  const made = texts
    .filter((_, index) => index % 10 === 0)
    .map((text) => ({ text, other: edit(text, random() * 0.2) }));
  const all = applicationsOf([...texts, ...made.map(({ other }) => other)]);
  const near = new NearTexts({ field });
  await near.take(all);
  const { pairs } = near.pairs();
  const originals = new Map(pairs.filter(({ kind }) => kind === 'same').map(({ a, b }) => [b, a]));
  const of = (index: number) => originals.get(all[index]?.number ?? '') ?? all[index]?.number;
  const told = new Set(pairs.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
  const recall = new Map<number, { found: number; planted: number }>();
  for (const [index, { text, other }] of made.entries()) {
    const tenth = Math.floor(likeness(text, other) * 10);
    const tally = recall.get(tenth) ?? { found: 0, planted: 0 };
    const [one, two] = [of(10 * index), of(texts.length + index)];
    if (one === two || told.has(`${one} ${two}`)) tally.found += 1;
    tally.planted += 1;
    recall.set(tenth, tally);
  }
  console.log(
    field,
    Object.fromEntries(
      [...recall]
        .sort(([a], [b]) => b - a)
        .map(([tenth, { found, planted }]) => [tenth / 10, `${found} of ${planted}`]),
    ),
  );
  const share = (tenths: readonly number[]) => {
    const tallies = tenths.map((tenth) => recall.get(tenth) ?? { found: 0, planted: 0 });
    return tallies.reduce((sum, { found }) => sum + found, 0) / tallies.reduce((sum, { planted }) => sum + planted, 0);
  };
  return share;
}

const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>) => {
  const both = [...a].filter((run) => b.has(run)).length;
  return a.size + b.size === both ? 1 : both / (a.size + b.size - both);
};

describe('edits planted in real texts', () => {
  it.skipIf(!existsSync(titles))('are found among 9,740 Chinese titles', async () => {
    const lines = readFileSync(titles, 'utf8').trim().split('\n').slice(1);
    const texts = lines.map((line) => line.split(',')[3] ?? '').filter((text) => text.length >= 8);
    const random = seeded(2);
    const exchanged = (text: string) => {
      const at = Math.floor(random() * (text.length - 2));
      return text.slice(0, at) + (random() < 0.5 ? '新型' : '高效') + text.slice(at + (random() < 0.5 ? 0 : 1));
    };
    const recall = await recallOver('title', texts, exchanged, (a, b) => overlap(plainShingles(a), plainShingles(b)));
    expect(recall([7, 8, 9, 10])).toBeGreaterThanOrEqual(0.99);
    expect(recall([6])).toBeGreaterThanOrEqual(0.95);
  });

  it.skipIf(!grants.every((path) => existsSync(path)))(
    'are found among abstracts of the United States, by words',
    async () => {
      const texts = grants.flatMap((path) =>
        [...readFileSync(path, 'utf8').matchAll(/<abstract[^>]*>([\s\S]*?)<\/abstract>/g)].map(([, text = '']) =>
          text.replace(/<[^>]+>/g, ' '),
        ),
      );
      expect(texts.length).toBeGreaterThan(80);
      const random = seeded(3);
      const exchanged = (text: string, share: number) =>
        text
          .split(' ')
          .map((word) => (random() < share / 2 ? 'gearbox' : word))
          .join(' ');
      const runs = (text: string) => {
        const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
        return new Set(words.slice(2).map((_, index) => words.slice(index, index + 3).join(' ')));
      };
      const many = Array.from({ length: 10 }, () => texts).flat();
      const recall = await recallOver(
        'abstract',
        many.map((text, index) => `${index} ${text}`),
        exchanged,
        (a, b) => overlap(runs(a), runs(b)),
      );
      expect(recall([7, 8, 9, 10])).toBeGreaterThanOrEqual(0.99);
      expect(recall([6])).toBeGreaterThanOrEqual(0.95);
    },
  );

  it.skipIf(!existsSync(titles))('are found where real titles are joined to abstracts, as patchworks too', async () => {
    const random = seeded(5);
    const lines = readFileSync(titles, 'utf8').trim().split('\n').slice(1);
    const words = lines.map((line) => line.split(',')[3] ?? '');
    const texts = Array.from({ length: 900 }, (_, index) => words.slice(10 * index, 10 * index + 10).join('，'));
    const halves = Array.from(
      { length: 100 },
      (_, index) => (texts[3 * index] ?? '').slice(0, 80) + (texts[3 * index + 1] ?? '').slice(-80),
    );
    const near = new NearTexts({ field: 'abstract' });
    await near.take(applicationsOf([...texts, ...halves, edited(texts[5] ?? '', 0.1, random)]));
    const { pairs } = near.pairs();
    const sources = new Map<string, number>();
    for (const { b, kind } of pairs) if (kind === 'recombined') sources.set(b, (sources.get(b) ?? 0) + 1);
    expect([...sources.values()].filter((count) => count === 2).length).toBeGreaterThanOrEqual(90);
  });
});
