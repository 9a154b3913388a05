import { dirname, join } from 'node:path';
import { type AreaTally, measureKnownAreas, measurePlantedAreas, shippedDefinitions } from '@zhiheng/office';
import type { BenchAnswer } from './bench-answer.js';
import { median } from './rounds.js';
import { sampleAddresses } from './sample-addresses.js';

export interface BenchAreasOptions {
  readonly addresses: number;
  readonly seed: number;
  readonly rounds: number;
}

/**
 * How fast and how well addresses are read. `right` is the share told exactly (recall), `precision` the share of told
 * areas that are the one meant or hold it; `unresolved` and `wrong` are shares of all. The limit is one look at every
 * character of the same addresses.
 */
export async function benchAreas({ addresses, seed, rounds }: BenchAreasOptions): Promise<BenchAnswer> {
  const startedAt = performance.now();
  const first = await measurePlantedAreas(seed, addresses);
  const runs = [first];
  while (runs.length < rounds) runs.push(await measurePlantedAreas(seed, addresses));
  const samples = await sampleAddresses(join(dirname(shippedDefinitions), '../shared/data/patents-us'));
  const real = await measureKnownAreas(samples);
  const perSecond = (seconds: readonly number[]) => addresses / median(seconds);
  const scan = perSecond(runs.map(({ scanSeconds }) => scanSeconds));
  const read = perSecond(runs.map(({ seconds }) => seconds));
  const tallies = Object.entries(first.kinds).map(([kind, tally]) => shares(`noise ${kind}`, tally));
  const words = Object.entries(first.words).map(([word, tally]) => shares(`word ${word}`, tally));
  return {
    name: 'areas',
    rows: addresses,
    seconds: (performance.now() - startedAt) / 1000,
    limits: { scanAddressesPerSecond: scan },
    speeds: {
      addressesPerSecond: read,
      plainAddressesPerSecond: first.plain / median(runs.map(({ plainSeconds }) => plainSeconds)),
      buildMilliseconds: median(runs.map(({ buildSeconds }) => buildSeconds)) * 1000,
    },
    ratios: {
      readToScan: read / scan,
      ...Object.assign({}, ...tallies, ...words),
      ...(samples.length === 0 ? {} : shares('US samples', real)),
    },
    memory: process.resourceUsage().maxRSS * 1024,
    inputs: { seed, plantedAddresses: addresses, sampleAddresses: samples.length },
    rounds,
  };
}

function shares(name: string, { right, larger, unresolved, wrong }: AreaTally): Record<string, number> {
  const all = right + larger + unresolved + wrong;
  const told = right + larger + wrong;
  return {
    [`${name}: right`]: right / all,
    [`${name}: precision`]: told === 0 ? 1 : (right + larger) / told,
    [`${name}: unresolved`]: unresolved / all,
    [`${name}: wrong`]: wrong / all,
  };
}
