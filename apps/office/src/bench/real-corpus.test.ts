import { expect, it } from 'vitest';
import { measureNear } from './near-measures.js';
import { realCorpus } from './real-corpus.js';

const nouns = ['壳体', '叶轮', '电机', '转轴', '滤网', '支架', '阀门', '管路', '弹簧', '齿轮'];
const chinese = Array.from(
  { length: 200 },
  (_, at) =>
    `一种第${at * 7919}号装置，包括${nouns[at % 10]}与${nouns[(at * 3 + 1) % 10]}，所述部件经第${at * 104_729}号连接件固定于${nouns[(at * 7 + 2) % 10]}，并设有编号${at * 15_485_863}的传感器`,
);
const english = Array.from({ length: 200 }, (_, at) =>
  Array.from({ length: 40 }, (_, place) => `word${(at * 40 + place) * 2_654_435}`).join(' '),
);

it('plants a near text of every second of few, and all that are near enough are found', async () => {
  for (const [field, texts] of [
    ['abstract', chinese],
    ['claim', english],
  ] as const) {
    const corpus = realCorpus(field, texts, 3);
    expect(corpus.applications).toHaveLength(300);
    expect(corpus.planted).toHaveLength(100);
    expect(realCorpus(field, [...texts, ...Array.from({ length: 1800 }, () => '')], 3).planted).toHaveLength(400);
    const { recall } = await measureNear(corpus, 1, true, undefined, field);
    const found = (band: string) => recall[band] ?? { found: 0, planted: 0 };
    expect(found('copy')).toEqual({ found: found('copy').planted, planted: found('copy').planted });
    expect(found('copy').planted).toBeGreaterThan(10);
    for (const band of ['Jaccard 0.7-0.8', 'Jaccard 0.8-0.9', 'Jaccard 0.9-1.0'])
      expect(found(band).found, `${field} ${band}`).toBe(found(band).planted);
  }
});

it('edits words where a text is written in words, and keeps the rest of them', () => {
  const { applications, planted } = realCorpus('claim', english, 3);
  const texts = new Map(applications.map(({ number, text }) => [number, text]));
  const edits = planted.filter(({ kind }) => kind === 'edited');
  expect(edits.length).toBeGreaterThan(15);
  const known = new Set(english.flatMap((text) => text.split(' ')));
  for (const { number } of edits)
    expect((texts.get(number) ?? '').split(' ').filter((word) => word !== '' && !known.has(word))).toEqual([]);
});
