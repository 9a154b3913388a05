import type { Measurement } from './measurement.js';

/** Measures the same things several times in turn, so that a busy moment falls on all of them; gives every run. */
export async function measureInRounds<Name extends string>(
  measures: Readonly<Record<Name, () => Promise<Measurement>>>,
  rounds: number,
): Promise<Readonly<Record<Name, Measurement[]>>> {
  const names = Object.keys(measures) as Name[];
  const runs = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Measurement[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) runs[name].push(await measures[name]());
  }
  return runs;
}

/** The middle of some numbers; of an even number of them the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low = Number.NaN, high = Number.NaN] = [
    sorted[Math.ceil(sorted.length / 2) - 1],
    sorted[Math.floor(sorted.length / 2)],
  ];
  return (low + high) / 2;
}
