import type { DayNumber } from '../calendar.js';
import type { Party } from '../parties/party.js';
import type { PartySource } from '../parties/party-source.js';
import { Random } from '../random.js';

/** A heap of marks filed within few days by a party and its like, over classes that have nothing to do with each other. */
export interface Hoard {
  readonly index: number;
  readonly from: DayNumber;
  readonly parties: readonly Party[];
  readonly size: number;
}

/** Draws the hoards of an office: about one mark in thirty is part of one. Sizes have a heavy tail, from about 15 to 600. */
export function planHoards(
  seed: number,
  marks: number,
  window: { readonly from: DayNumber; readonly to: DayNumber },
  parties: PartySource,
): Hoard[] {
  const random = Random.of(seed, 'hoards');
  const hoards: Hoard[] = [];
  for (let planned = 0; planned < marks / 30; ) {
    const size = Math.min(600, Math.max(15, Math.round(random.logNormal(50, 0.9))), Math.ceil(marks / 30));
    const province = parties.province(random);
    const wanted = random.chance(0.4) ? 2 : 1;
    const members = Array.from({ length: wanted }, () => smallParty(parties, province, random));
    hoards.push({
      index: hoards.length + 1,
      from: random.between(window.from, window.to - 30),
      parties: members,
      size,
    });
    planned += size;
  }
  return hoards.sort((a, b) => a.from - b.from || a.index - b.index);
}

/** Of two draws the smaller party: hoarders are nobody that does much else. */
function smallParty(parties: PartySource, province: Parameters<PartySource['domestic']>[0], random: Random): Party {
  const [one, other] = [parties.domestic(province, random), parties.domestic(province, random)];
  return one.people < other.people ? one : other;
}
