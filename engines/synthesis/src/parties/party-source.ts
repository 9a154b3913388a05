import { type ForeignOffice, foreignOffices } from '../foreign-office.js';
import type { Province } from '../province.js';
import type { Random } from '../random.js';
import { WeightedChoice } from '../weighted-choice.js';
import { type WrittenAddress, writtenAddress } from './address-forms.js';
import { type WrittenName, writtenName } from './name-forms.js';
import { domesticParty, foreignParty, type Party } from './party.js';
import { plantedParty } from './planted-party.js';

/** A party as one paper names it. */
export interface Mention {
  readonly party: Party;
  readonly written: WrittenName;
  readonly address: WrittenAddress;
}

const foreignOffice = new WeightedChoice(foreignOffices, (office) => office.weight);
const mostKept = 20_000;

/** Draws the parties of an office. `patents`: applications of the window, which sets how many parties there are. */
export class PartySource {
  readonly #seed: number;
  readonly #provinces: readonly Province[];
  readonly #choice: WeightedChoice<Province>;
  readonly #patents: number;
  readonly #wrong: readonly string[];
  readonly #kept = new Map<number, Party>();

  constructor(seed: number, provinces: readonly Province[], patents: number, wrong: readonly string[]) {
    this.#seed = seed;
    this.#provinces = provinces;
    this.#choice = new WeightedChoice(provinces, (province) => province.share);
    this.#patents = patents;
    this.#wrong = wrong;
  }

  province(random: Random): Province {
    return this.#choice.draw(random);
  }

  /** The province of a code. */
  provinceOf(code: string): Province | undefined {
    return this.#provinces.find((province) => province.code === code);
  }

  /** A party of a province, big ones most often. */
  domestic(province: Province, random: Random): Party {
    return this.ranked(province, random.rank(this.#size(province)));
  }

  /** The party of a rank. Parties are made anew whenever they are met; those met first, mostly large ones, are kept. */
  ranked(province: Province, rank: number): Party {
    const key = Number(province.code) * 10_000_000 + rank;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const party = domesticParty(this.#seed, province, rank, this.#size(province));
    if (this.#kept.size < mostKept) this.#kept.set(key, party);
    return party;
  }

  /** The party of a number that something planted is filed by, at the address of another number where one is given. */
  planted(number: number, address: number | null): Party {
    return plantedParty(this.#seed, number, address, this.#choice);
  }

  foreignOffice(random: Random): ForeignOffice {
    return foreignOffice.draw(random);
  }

  foreign(office: ForeignOffice, random: Random): Party {
    const of = Math.max(6, Math.round((this.#patents * office.weight) / 20_000));
    return foreignParty(this.#seed, office, random.rank(of));
  }

  /** A party as a paper of a day names it. */
  mention(party: Party, day: number, random: Random): Mention {
    return {
      party,
      written: writtenName(party, day, random),
      address: writtenAddress(party, this.#wrong, random),
    };
  }

  /** How many parties a province has. */
  #size(province: Province): number {
    return Math.max(12, Math.round(this.#patents * province.share * 0.3));
  }
}
