import { designSubjects } from './design-subjects.js';
import { type ForeignOffice, foreignOffices } from './foreign-office.js';
import { agencyCount, domesticHolder, foreignHolder, type Holder } from './holder.js';
import { foreignShare, type OfficeKind } from './office-volumes.js';
import type { Province } from './province.js';
import type { Random } from './random.js';
import { subjects } from './subjects.js';
import { designTitle, titleOf } from './title.js';
import { WeightedChoice } from './weighted-choice.js';

/** Everything an application says apart from its dates. */
export interface Particulars {
  readonly title: string;
  readonly holders: readonly Holder[];
  /** Code of the province or country of the first holder. */
  readonly area: string;
  /** Symbols of the IPC; for a design the one of the Locarno classification. */
  readonly classes: readonly string[];
  /** Index of the agency, null where the holder files alone. */
  readonly agency: number | null;
  /** Null for a design. */
  readonly claims: number | null;
}

const inventionSubject = new WeightedChoice(subjects, (subject) => subject.inventionWeight);
const modelSubject = new WeightedChoice(subjects, (subject) => subject.modelWeight);
const designSubject = new WeightedChoice(designSubjects, (subject) => subject.weight);
const foreignOffice = new WeightedChoice(foreignOffices, (office) => office.weight);

const mostKept = 20_000;

/** Draws what applications say. `patents`: applications of the window, which sets how many holders there are. */
export class ParticularsSource {
  readonly #seed: number;
  readonly #province: WeightedChoice<Province>;
  readonly #patents: number;
  readonly #kept = new Map<number, Holder>();

  constructor(seed: number, provinces: readonly Province[], patents: number) {
    this.#seed = seed;
    this.#province = new WeightedChoice(provinces, (province) => province.share);
    this.#patents = patents;
  }

  draw(kind: OfficeKind, random: Random): Particulars {
    const { holders, area } = this.#holders(kind, random);
    const [first] = holders;
    const represented = area.length === 2 || random.chance(0.76);
    const agency = random.chance(0.8) ? (first?.agency ?? 0) : random.rank(agencyCount);
    return {
      ...this.#matter(kind, first?.subject ?? 0, random),
      holders,
      area,
      agency: represented ? agency : null,
    };
  }

  #holders(kind: OfficeKind, random: Random): { holders: Holder[]; area: string } {
    const draw = random.fraction();
    const number = draw < 0.9 ? 1 : draw < 0.985 ? 2 : 3;
    if (random.chance(foreignShare[kind])) {
      const office = foreignOffice.draw(random);
      return { holders: this.#distinct(number > 2 ? 2 : 1, () => this.#foreign(office, random)), area: office.code };
    }
    const province = this.#province.draw(random);
    const of = Math.max(12, Math.round(this.#patents * province.share * 0.3));
    const holder = () => this.#domestic(province, random.rank(of), of);
    return { holders: this.#distinct(number, holder), area: province.code };
  }

  /** Holders are made anew whenever they file; those met first, mostly large ones, are kept at hand. */
  #domestic(province: Province, rank: number, of: number): Holder {
    const key = Number(province.code) * 10_000_000 + rank;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const holder = domesticHolder(this.#seed, province, rank, of);
    if (this.#kept.size < mostKept) this.#kept.set(key, holder);
    return holder;
  }

  #foreign(office: ForeignOffice, random: Random): Holder {
    const of = Math.max(6, Math.round((this.#patents * office.weight) / 20_000));
    return foreignHolder(this.#seed, office, random.rank(of));
  }

  /** As many holders as asked for, fewer where the same one is drawn again. */
  #distinct(number: number, draw: () => Holder): Holder[] {
    if (number === 1) return [draw()];
    const holders = Array.from({ length: number }, draw);
    return holders.filter(({ name }, index) => holders.findIndex((other) => other.name === name) === index);
  }

  #matter(kind: OfficeKind, habit: number, random: Random): Pick<Particulars, 'title' | 'classes' | 'claims'> {
    if (kind === 'design') {
      const { symbol, objects } = designSubject.draw(random);
      return { title: designTitle(random.one(objects), random), classes: [symbol], claims: null };
    }
    const choice = kind === 'invention' ? inventionSubject : modelSubject;
    const usual = subjects[habit];
    const fits = usual !== undefined && (kind === 'invention' || usual.modelWeight > 0);
    const subject = fits && random.chance(0.4) ? usual : choice.draw(random);
    const classes = [random.one(subject.symbols)];
    if (random.chance(0.45)) classes.push(random.one(subject.symbols));
    if (random.chance(0.2)) classes.push(random.one(choice.draw(random).symbols));
    const mean = kind === 'invention' ? 9 : 7;
    return {
      title: titleOf(kind, subject.style, random.one(subject.objects), random),
      classes: [...new Set(classes)],
      claims: Math.max(1, Math.min(60, Math.round(random.logNormal(mean, 0.35)))),
    };
  }
}
