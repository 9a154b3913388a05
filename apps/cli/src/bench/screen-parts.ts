import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  measureOddTexts,
  measureRealTexts,
  measureScreenedOffice,
  type NearCorpus,
  shippedDefinitions,
} from '@zhiheng/office';
import type { ScreenFigures } from './screen-figures.js';

/** Sets of texts that must not blow up: seconds, pairs, and how many of these are wrong. */
export async function measureOdd(corpus: NearCorpus, seed: number, figures: ScreenFigures): Promise<void> {
  for (const [name, odd] of Object.entries(await measureOddTexts(corpus, seed))) {
    const told = `odd: ${name} (${odd.texts})`;
    figures.speeds[`${told}: seconds`] = odd.seconds;
    figures.speeds[`${told}: processor seconds`] = odd.processorSeconds;
    figures.ratios[`${told}: pairs`] = odd.pairs;
    figures.ratios[`${told}: wrong pairs`] = odd.wrong;
    figures.ratios[`${told}: capped buckets`] = odd.capped;
  }
}

/** What is found of near texts that are planted among those of an office, field by field. */
export async function measureReal(folder: string, seed: number, figures: ScreenFigures): Promise<void> {
  const found = await measureRealTexts({ folder, definitions: shippedDefinitions }, seed);
  for (const [field, real] of Object.entries(found)) {
    const name = `real: ${field}`;
    figures.inputs[`${name}: texts`] = real.texts;
    figures.ratios[`${name}: pairs`] = real.pairs;
    figures.tellRecall(name, real.recall);
  }
}

/** A synthetic office with planted groups, screened by every rule: found by kind, precision, and clues about clean applications. */
export async function measureOffice(patents: number, seed: number, figures: ScreenFigures): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'zhiheng-screened-'));
  try {
    const order = { patents, seed, folder, definitions: shippedDefinitions };
    const { speeds, ratios, inputs } = figures;
    const judged = await measureScreenedOffice(order);
    speeds['office: screen run: seconds'] = judged.seconds;
    speeds['office: screen run: processor seconds'] = judged.processorSeconds;
    Object.assign(inputs, { 'office: applications': patents, 'office: clues': judged.clues });
    Object.assign(inputs, { 'office: groups': judged.groups, 'office: members of groups': judged.grouped });
    ratios['office: precision of groups'] = judged.groupPrecision;
    ratios['office: clues per 10,000 clean applications'] = judged.falseClues;
    for (const [family, wrong] of Object.entries(judged.falseCluesByFamily)) {
      ratios[`office: ${family}: clues per 10,000 clean applications`] = wrong;
      ratios[`office: ${family}: precision`] = judged.precision[family] ?? 0;
    }
    for (const [kind, { found, planted }] of Object.entries(judged.byFamily)) {
      const any = judged.byAny[kind]?.found ?? 0;
      ratios[`office: recall of ${kind} (${planted})`] = found / planted;
      ratios[`office: recall of ${kind} by any rule (${planted})`] = any / planted;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
