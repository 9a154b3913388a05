import { type ApplicationText, NearTexts } from '@zhiheng/screening';
import { Random } from '@zhiheng/synthesis';
import type { NearCorpus } from './near-corpus.js';
import { secondsOf } from './near-measures.js';
import { judgePairs } from './near-recall.js';

/** Texts that would take for ever, or be told wrongly, if nothing were done about them. */
export interface MeasuredOdd {
  readonly texts: number;
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly pairs: number;
  /** Pairs that ought to be told, or are told and ought not to be. */
  readonly wrong: number;
  readonly capped: number;
}

const equalOnes = 10_000;
const longUnits = 2_500_000;
const rareOnes = 1000;
const praise = '本发明结构简单，使用方便，成本低廉，实用性强，具有良好的市场前景，适合大范围推广应用。';

/** Measures each set, with passages: 10,000 equal texts; the texts of a corpus with one sentence at the end of all; empty ones; one of 5 MB; emoji and rare characters. */
export async function measureOddTexts(
  corpus: NearCorpus,
  seed: number,
): Promise<Readonly<Record<string, MeasuredOdd>>> {
  const { applications } = corpus;
  const first = applications[0]?.text ?? '';
  const long = Array.from({ length: Math.ceil(longUnits / first.length) }, (_, index) => `${index}${first}`).join('');
  const random = Random.of(seed, 'rare');
  const rare = Array.from({ length: rareOnes }, () => rareText(random));
  const ended = applications.map((application) => ({ ...application, text: application.text + praise }));
  return {
    'equal texts': await measured(numbered(Array.from({ length: equalOnes }, () => first)), equalOnes - 1),
    'one sentence in all': await measured(ended, corpus),
    'empty texts': await measured(
      numbered(Array.from({ length: equalOnes }, (_, index) => ['', ' ，。', '\u200b'][index % 3] ?? '')),
      0,
    ),
    'a text of 5 MB and its copy with one more character': await measured(numbered([long, `${long}又`, first]), 3),
    'emoji and rare characters': await measured(
      numbered([...rare, ...rare.map((text) => `${text}\u{1F9EA}`)]),
      rareOnes,
    ),
  };
}

/** `expected`: how many pairs there are, or the corpus that tells which are right. */
async function measured(texts: readonly ApplicationText[], expected: number | NearCorpus): Promise<MeasuredOdd> {
  const near = new NearTexts({ field: 'abstract' });
  const processor = process.cpuUsage();
  const startedAt = performance.now();
  await near.take(texts);
  const { pairs, capped } = near.pairs();
  const seconds = (performance.now() - startedAt) / 1000;
  const processorSeconds = secondsOf(process.cpuUsage(processor));
  const wrong = typeof expected === 'number' ? Math.abs(pairs.length - expected) : judgePairs(expected, pairs).wrong;
  const counts = { texts: texts.length, pairs: pairs.length, wrong, capped: capped.length };
  return { ...counts, seconds, processorSeconds };
}

function numbered(texts: readonly string[]): ApplicationText[] {
  return texts.map((text, index) => ({ number: `CN:${203_000_000_000 + index}`, day: 19_000, text }));
}

/** 150 characters: emoji, rare Chinese ones, now and then half a character. */
function rareText(random: Random): string {
  const drawn = () => {
    const draw = random.between(0, 20);
    if (draw === 0) return '\ud800';
    return String.fromCodePoint(draw < 8 ? random.between(0x1f300, 0x1f5ff) : random.between(0x20000, 0x2a6d0));
  };
  return Array.from({ length: 150 }, drawn).join('');
}
