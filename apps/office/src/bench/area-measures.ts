import { AddressReader, type AreaReading, isWithin, noiseKinds, plantAddresses } from '@zhiheng/records';
import { shippedDefinitions } from '../office-paths.js';
import { readPlaceSheets } from '../place-sheets.js';

/** What became of addresses whose area is known. */
export interface AreaTally {
  right: number;
  /** A larger area that holds the one meant. */
  larger: number;
  unresolved: number;
  wrong: number;
}

export interface MeasuredAreas {
  readonly addresses: number;
  readonly seconds: number;
  /** Addresses without noise, and what they took alone. */
  readonly plain: number;
  readonly plainSeconds: number;
  readonly buildSeconds: number;
  /** The same characters looked at one by one, nothing else. */
  readonly scanSeconds: number;
  readonly kinds: Readonly<Record<string, AreaTally>>;
  /** By the word of the reading; addresses that contradict themselves left out. */
  readonly words: Readonly<Record<string, AreaTally>>;
}

/** An address with the area it is known to lie in. */
export interface KnownAddress {
  readonly address: string;
  readonly area: string;
}

/** Reads addresses of a seed, each with one noise planted in it, and counts what became of them. */
export async function measurePlantedAreas(seed: number, count: number): Promise<MeasuredAreas> {
  const sheets = await readPlaceSheets(shippedDefinitions);
  const planted = plantAddresses(sheets, seed, count);
  const buildSeconds = timed(() => void new AddressReader(sheets));
  const reader = new AddressReader(sheets);
  const scanSeconds = timed(() => {
    let sum = 0;
    for (const { address } of planted) {
      for (let at = 0; at < address.length; at += 1) sum = (sum + address.charCodeAt(at)) | 0;
    }
    return sum;
  });
  const seconds = timed(() => {
    for (const { address } of planted) reader.read(address);
  });
  const plain = planted.filter(({ kind }) => kind === 'none');
  const fresh = new AddressReader(sheets);
  const plainSeconds = timed(() => {
    for (const { address } of plain) fresh.read(address);
  });
  const kinds = Object.fromEntries(noiseKinds.map((kind) => [kind, emptyTally()]));
  const words: Record<string, AreaTally> = {};
  for (const { kind, address, area } of planted) {
    const reading = reader.explain(address);
    const outcome = outcomeOf(reading, area);
    (kinds[kind] ?? emptyTally())[outcome] += 1;
    if (area === null || reading.word === null) continue;
    words[reading.word] ??= emptyTally();
    (words[reading.word] ?? emptyTally())[outcome] += 1;
  }
  return {
    addresses: planted.length,
    seconds,
    plain: plain.length,
    plainSeconds,
    buildSeconds,
    scanSeconds,
    kinds,
    words,
  };
}

/** Reads addresses as they stand in files, each with the area that the file states beside it. */
export async function measureKnownAreas(addresses: readonly KnownAddress[]): Promise<AreaTally> {
  const reader = new AddressReader(await readPlaceSheets(shippedDefinitions));
  const tally = emptyTally();
  for (const { address, area } of addresses) tally[outcomeOf(reader.explain(address), area)] += 1;
  return tally;
}

function outcomeOf({ area }: AreaReading, meant: string | null): keyof AreaTally {
  if (meant === null) return area === 'XX' ? 'right' : 'wrong';
  if (area === meant) return 'right';
  if (area === 'XX') return 'unresolved';
  return isWithin(meant, area) || meant.startsWith(`${area}-`) ? 'larger' : 'wrong';
}

function emptyTally(): AreaTally {
  return { right: 0, larger: 0, unresolved: 0, wrong: 0 };
}

function timed(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return (performance.now() - startedAt) / 1000;
}
