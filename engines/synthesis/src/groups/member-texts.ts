import { Random } from '../random.js';
import type { ComposedText, PatentText } from '../texts/patent-text.js';
import type { TextSource } from '../texts/text-source.js';
import { contain, passageOf } from './contain.js';
import { editText } from './edit-text.js';
import { exchangeSlots } from './exchange-slots.js';
import type { GroupPlan } from './group-plan.js';
import { containment, jaccard, shingles } from './likeness.js';
import { longClaim } from './long-claim.js';
import { machineManners, machineText } from './machine-text.js';
import { characterForms, otherForms } from './other-forms.js';
import type { PlantedPatent } from './planted-patent.js';
import { recombine } from './recombine.js';

/** How like a member is to one that it was made from, computed exactly over folded shingles of three characters. */
export interface Likeness {
  readonly ordinal: number;
  readonly jaccard: number;
  readonly claimJaccard: number;
  /** Share of the other's shingles that this one has. */
  readonly containment: number;
  readonly claimContainment: number;
}

/** The texts of a member with what is to be known of them. */
export interface MemberText {
  readonly texts: PatentText;
  /** Share that was asked of the edit, the exchange or the passage; null where none was. */
  readonly share: number | null;
  readonly likeness: readonly Likeness[];
}

type Made = Omit<MemberText, 'likeness'>;

const editShares = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4] as const;

/** Writes the texts of planted applications. Whatever a member was made from is written again: nothing is kept. */
export class MemberTexts {
  readonly #seed: number;
  readonly #source: TextSource;
  readonly #plan: GroupPlan;

  constructor(seed: number, source: TextSource, plan: GroupPlan) {
    this.#seed = seed;
    this.#source = source;
    this.#plan = plan;
  }

  /** The texts of a member of the plan. */
  of(member: PlantedPatent): MemberText {
    const own = this.#own(member);
    const origins = member.from.map((ordinal) => this.#own(this.#plan.member(member.groupNumber, ordinal)));
    const made = this.#make(member, own, origins);
    return {
      ...made,
      likeness: origins.map((origin, index) => likenessOf(member.from[index] ?? 0, origin, made.texts)),
    };
  }

  #own({ subject, slot, groupNumber, ordinal }: PlantedPatent): ComposedText {
    return this.#source.textsOf(subject, slot.kind, 'planted', groupNumber, ordinal);
  }

  #make(member: PlantedPatent, own: ComposedText, origins: readonly ComposedText[]): Made {
    const { groupNumber, ordinal, subject, slot } = member;
    const random = Random.of(this.#seed, 'member text', groupNumber, ordinal);
    const [origin = own, other = own] = origins;
    const retitled = random.chance(0.5) ? own : origin;
    const title = { title: retitled.title, titleEn: retitled.titleEn };
    const whole = (texts: PatentText): Made => ({ texts: plain(texts), share: null });
    switch (member.role) {
      case 'copy':
        return whole(origin);
      case 'retitled':
        return whole({ ...origin, title: own.title, titleEn: own.titleEn });
      case 'edited':
        return edited(origin, own, title, random.one(editShares), random);
      case 'connected':
        return edited(origin, own, title, random.between(8, 20) / 100, random);
      case 'slots-exchanged': {
        const share = random.between(25, 60) / 100;
        const fill = exchangeSlots(origin.nouns, own.nouns, share, random);
        return { texts: { ...title, abstract: fill(origin.abstract), firstClaim: fill(origin.firstClaim) }, share };
      }
      case 'recombined':
        return whole({
          ...title,
          abstract: recombine(origin.abstract, other.abstract),
          firstClaim: recombine(origin.firstClaim, other.firstClaim),
        });
      case 'container': {
        const share = random.between(84, 95) / 100;
        const host = longClaim(this.#source, own, subject, slot.kind, origin.firstClaim.length * 5, [
          groupNumber,
          ordinal,
        ]);
        const firstClaim = contain(passageOf(origin.firstClaim, share, random), host, random);
        return { texts: { ...plain(own), firstClaim }, share };
      }
      case 'patched': {
        const share = random.between(70, 90) / 100;
        const host = own.abstract.slice(0, Math.ceil(own.abstract.length * 0.4));
        const abstract = `${contain(passageOf(origin.abstract, share, random), host, random)}。`;
        return {
          texts: { ...plain(own), abstract, firstClaim: editText(origin.firstClaim, 0.1, random, own.firstClaim) },
          share,
        };
      }
      case 'other-form': {
        const form = characterForms[(ordinal - 1) % characterForms.length] ?? 'mixed';
        const write = (text: string) => otherForms(text, form, random);
        const { title: name, titleEn, abstract, firstClaim } = origin;
        return whole({ title: write(name), titleEn, abstract: write(abstract), firstClaim: write(firstClaim) });
      }
      case 'machine-text': {
        const manner = machineManners[groupNumber % machineManners.length] ?? 'characters';
        const write = (text: string) => machineText(manner, text.length, own.nouns, random);
        return whole({ ...own, abstract: write(own.abstract), firstClaim: `1.${write(own.firstClaim)}` });
      }
      case 'overlong': {
        const length = random.between(2500, 5000);
        return whole({
          ...own,
          firstClaim: longClaim(this.#source, own, subject, slot.kind, length, [groupNumber, ordinal]),
        });
      }
      default:
        return whole(own);
    }
  }
}

function edited(
  origin: PatentText,
  donor: PatentText,
  title: Pick<PatentText, 'title' | 'titleEn'>,
  share: number,
  random: Random,
): Made {
  const abstract = editText(origin.abstract, share, random, donor.abstract);
  const firstClaim = editText(origin.firstClaim, share, random, donor.firstClaim);
  return { texts: { ...title, abstract, firstClaim }, share };
}

function plain({ title, titleEn, abstract, firstClaim }: PatentText): PatentText {
  return { title, titleEn, abstract, firstClaim };
}

function likenessOf(ordinal: number, origin: PatentText, made: PatentText): Likeness {
  const [fromAbstract, abstract] = [shingles(origin.abstract), shingles(made.abstract)];
  const [fromClaim, claim] = [shingles(origin.firstClaim), shingles(made.firstClaim)];
  return {
    ordinal,
    jaccard: jaccard(fromAbstract, abstract),
    claimJaccard: jaccard(fromClaim, claim),
    containment: containment(fromAbstract, abstract),
    claimContainment: containment(fromClaim, claim),
  };
}
