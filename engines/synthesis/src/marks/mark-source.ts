import { agencyNames } from '../agency.js';
import type { OfficePlan } from '../application.js';
import { type DayNumber, filingWeight, yearOf, yearStart } from '../calendar.js';
import { coinedWord } from '../coined-name.js';
import { shareOut } from '../filing-plan.js';
import type { GroupPlan } from '../groups/group-plan.js';
import type { PlantedMark } from '../groups/planted-mark.js';
import { agencyCount, type Party } from '../parties/party.js';
import type { PartySource } from '../parties/party-source.js';
import { Random } from '../random.js';
import { WeightedChoice } from '../weighted-choice.js';
import type { Mark } from './mark.js';
import { type MarkLife, markInForce, markLife } from './mark-life.js';
import { markApplications, marksInForceAtEndOf2017 } from './mark-volumes.js';
import { type NiceClass, niceGoods } from './nice-goods.js';

const classChoice = new WeightedChoice(niceGoods, ({ weight }) => weight);
const latin = ['KA', 'LO', 'MI', 'NE', 'RU', 'SO', 'TA', 'VI', 'XO', 'ZE', 'BRI', 'QUA'];
const firstNumber = 20_000_001;

/** All trade marks of the synthetic office in the order of filing, made one at a time. */
export class MarkSource {
  readonly #plan: OfficePlan;
  readonly #parties: PartySource;
  readonly #groups: GroupPlan;
  readonly #agencies: readonly string[];
  /** Marks of the window so far: places in the plan of groups. */
  #place = 0;
  #last = firstNumber;

  constructor(plan: OfficePlan, parties: PartySource, groups: GroupPlan) {
    this.#plan = plan;
    this.#parties = parties;
    this.#groups = groups;
    this.#agencies = agencyNames(plan.seed);
  }

  *[Symbol.iterator](): Generator<Mark> {
    const { marks, from, to, seed } = this.#plan;
    if (marks === 0) return;
    const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);
    const spans = years.map((year) => ({
      first: Math.max(from, yearStart(year)),
      last: Math.min(to, yearStart(year + 1) - 1),
    }));
    const volumes = spans.map(
      ({ first, last }, index) => ((markApplications[years[index] ?? 0] ?? 0) * (last - first + 1)) / 365.25,
    );
    const scale = marks / volumes.reduce((sum, volume) => sum + volume, 0);
    yield* this.#opening(scale);
    for (const [index, count] of shareOut(marks, volumes).entries()) {
      const span = spans[index];
      if (span !== undefined)
        yield* this.#window(span.first, span.last, count, Random.of(seed, 'marks', years[index] ?? 0));
    }
  }

  /** Marks in force on the opening day, filed in the ten years before it, and those of the year before still open. */
  *#opening(scale: number): Generator<Mark> {
    const { from, to, seed } = this.#plan;
    const random = Random.of(seed, 'marks', 'opening');
    const inForce = Math.round(scale * marksInForceAtEndOf2017);
    const days = Array.from({ length: inForce }, () => from - 450 - Math.floor(3200 * random.fraction() ** 1.6));
    for (const filed of Int32Array.from(days).sort()) {
      yield this.#make(markInForce(filed, from, to, random), null, random);
    }
    const open = Math.round(scale * (markApplications[2017] ?? 0));
    const late = Array.from({ length: open }, () => from - random.between(1, 365));
    for (const filed of Int32Array.from(late).sort()) {
      const life = markLife(filed, to, random);
      if ((life.registered ?? life.statusOn) >= from) yield this.#make(life, null, random);
    }
  }

  *#window(first: DayNumber, last: DayNumber, count: number, random: Random): Generator<Mark> {
    const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const choice = new WeightedChoice(days, filingWeight);
    const counts = new Uint32Array(days.length);
    for (let drawn = 0; drawn < count; drawn += 1) {
      const index = choice.drawIndex(random);
      counts[index] = (counts[index] ?? 0) + 1;
    }
    for (const [index, filed] of days.entries()) {
      for (let at = 0; at < (counts[index] ?? 0); at += 1) {
        const planted = this.#groups.mark(this.#place++);
        const life = markLife(filed, this.#plan.to, random, planted?.refused ?? false);
        yield this.#make(life, planted, random);
      }
    }
  }

  #make(life: MarkLife, planted: PlantedMark | null, random: Random): Mark {
    const number = String(this.#last++);
    const party = planted === null ? this.#holder(random) : this.#parties.planted(planted.holder, planted.address);
    const feature = random.one(['文字', '文字', '文字', '组合', '图形'] as const);
    const drawn = random.chance(0.07)
      ? [classChoice.draw(random), classChoice.draw(random)]
      : [classChoice.draw(random)];
    const classes = planted === null ? drawn : planted.classes.map((nice) => niceGoods[nice - 1] ?? niceGoods[0]);
    return {
      ...life,
      number,
      registrationNumber: life.registered === null ? '' : number,
      text: planted === null ? markText(random) : planted.words,
      feature: planted === null ? feature : '文字',
      classes: goodsOf(classes, random),
      holders: [this.#parties.mention(party, life.filed, random)],
      agency: random.chance(0.9) ? (this.#agencies[party.agency % agencyCount] ?? null) : null,
      planted,
    };
  }

  #holder(random: Random): Party {
    if (random.chance(0.03)) return this.#parties.foreign(this.#parties.foreignOffice(random), random);
    return this.#parties.domestic(this.#parties.province(random), random);
  }
}

/** Each class once, in order, with some of its goods. */
function goodsOf(classes: readonly (NiceClass | undefined)[], random: Random): Mark['classes'] {
  const goods = new Map<string, string>();
  for (const one of classes) {
    if (one !== undefined) goods.set(one.number, one.goods.slice(0, random.between(1, one.goods.length)).join('、'));
  }
  return [...goods].sort(([a], [b]) => (a < b ? -1 : 1)).map(([number, text]) => ({ number, goods: text }));
}

function markText(random: Random): string {
  if (random.chance(0.7)) return coinedWord(random);
  return `NI${random.one(latin)}${random.one(latin)}${random.one(latin)}`;
}
