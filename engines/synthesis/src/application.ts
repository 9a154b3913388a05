import { ApplicationNumbers } from './application-numbers.js';
import { type DayNumber, yearOf } from './calendar.js';
import { dailyCounts, earlierCells, type FilingCell, scaleOf, stockCells, windowCells } from './filing-plan.js';
import { GrantQuota } from './grant-quota.js';
import type { GroupPlan } from './groups/group-plan.js';
import type { PlantedPatent } from './groups/planted-patent.js';
import { type OfficeKind, officeKinds } from './office-volumes.js';
import { type Particulars, ParticularsSource } from './particulars.js';
import type { PartySource } from './parties/party-source.js';
import { asKnownOn, live, liveInForce, type PatentLife } from './patent-life.js';
import { Random } from './random.js';
import { mistakenNotice, type Notice, noticeOf } from './screening/notice.js';
import { plantedLife } from './screening/planted-life.js';

/** What is asked of the generator, checked. */
export interface OfficePlan {
  readonly patents: number;
  readonly seed: number;
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly marks: number;
  readonly texts: TextAmount;
  /** Faults planted of each sort. */
  readonly dirt: number;
  /** Share of the applications, and of the marks, that belong to abnormal groups. */
  readonly abnormal: number;
}

/** `full`: titles in two languages, abstracts, first claims; `titles`: the titles alone; `none`: a short title. */
export const textAmounts = ['full', 'titles', 'none'] as const;
export type TextAmount = (typeof textAmounts)[number];

/** An application of the synthetic office as it is known on the last day of the window. */
export interface Application {
  readonly number: string;
  readonly kind: OfficeKind;
  readonly year: number;
  /** `opening`: filed before the window, in force or open on its first day. */
  readonly part: 'opening' | 'window';
  readonly life: PatentLife;
  readonly particulars: Particulars;
  /** Streams for what is told of it beside itself. */
  readonly chance: { readonly deeds: Random; readonly words: Random };
  /** Its place in an abnormal group; null: it is in none. */
  readonly planted: PlantedPatent | null;
  /** The notice that it is taken for abnormal, whenever it comes. */
  readonly notice: Notice | null;
  /** No title is written, where that fault is planted. */
  readonly untitled?: boolean;
  /** Numbers that another record bears too, where that fault is planted. */
  readonly shared?: { readonly publication?: string; readonly grant?: string };
}

/** A way to live through the filings of a cell; null: the application is not in the files. */
type Living = (kind: OfficeKind, filed: DayNumber, random: Random) => PatentLife | null;

interface FilingSeries {
  readonly name: 'stock' | 'earlier' | 'window';
  readonly cells: readonly FilingCell[];
  readonly live: Living;
}

/** A cell with its filings a day and its streams of chance. */
interface FilingPart {
  readonly series: FilingSeries;
  readonly cell: FilingCell;
  readonly counts: Uint32Array;
  readonly lives: Random;
  readonly particulars: Random;
  readonly chance: Application['chance'];
}

/** All applications of the synthetic office in the order of filing, made one at a time. */
export class ApplicationSource {
  readonly #plan: OfficePlan;
  readonly #series: readonly FilingSeries[];
  readonly #particulars: ParticularsSource;
  readonly #numbers = new ApplicationNumbers();
  readonly #groups: GroupPlan;
  /** Filings of the window so far, by kind: places in the plan of groups. */
  readonly #places: Record<OfficeKind, number> = { invention: 0, utility_model: 0, design: 0 };
  readonly #quota = new GrantQuota();
  #drawn = 0;

  constructor(plan: OfficePlan, parties: PartySource, groups: GroupPlan) {
    const { patents, from, to } = plan;
    this.#groups = groups;
    const scale = scaleOf(patents, from, to);
    this.#plan = plan;
    this.#particulars = new ParticularsSource(plan.seed, parties);
    const inForce: Living = (kind, filed, random) => liveInForce(kind, filed, from, random);
    const quota = this.#quota;
    const whole: Living = (kind, filed, random) => live(kind, filed, random, quota);
    const open: Living = (kind, filed, random) => {
      const life = live(kind, filed, random, quota);
      return (life.granted ?? life.closed ?? from) >= from ? life : null;
    };
    this.#series = [
      { name: 'stock', cells: stockCells(scale, from), live: inForce },
      { name: 'earlier', cells: earlierCells(scale, from), live: open },
      { name: 'window', cells: windowCells(patents, from, to), live: whole },
    ];
  }

  /** Filings to draw in all; some of those before the window do not get into the files. */
  get total(): number {
    return this.#series.reduce((sum, { cells }) => sum + cells.reduce((inner, cell) => inner + cell.count, 0), 0);
  }

  /** Filings drawn so far. */
  get drawn(): number {
    return this.#drawn;
  }

  *[Symbol.iterator](): Generator<Application> {
    const [stock, earlier, window] = this.#series;
    if (stock === undefined || earlier === undefined || window === undefined) return;
    yield* this.#file([stock, earlier]);
    yield* this.#file([window]);
  }

  *#file(series: readonly FilingSeries[]): Generator<Application> {
    const years = new Set(series.flatMap(({ cells }) => cells.map(({ year }) => year)));
    for (const year of [...years].sort((a, b) => a - b)) {
      const parts = series.flatMap((one) => this.#days(one, year));
      const first = Math.min(...parts.map(({ cell }) => cell.from));
      const last = Math.max(...parts.map(({ cell }) => cell.to));
      for (let day = first; day <= last; day += 1) {
        for (const part of parts) {
          const count = part.counts[day - part.cell.from] ?? 0;
          for (let index = 0; index < count; index += 1) {
            const application = this.#make(part, day);
            if (application !== null) yield application;
          }
        }
      }
    }
  }

  /** The cells of a year in the order of kinds, each with its filings a day and its streams of chance. */
  #days(series: FilingSeries, year: number): FilingPart[] {
    return officeKinds.flatMap((kind) =>
      series.cells
        .filter((cell) => cell.kind === kind && cell.year === year)
        .map((cell) => {
          const stream = (name: string) => Random.of(this.#plan.seed, name, series.name, kind, year);
          const counts = dailyCounts(cell, stream('days'));
          const chance = { deeds: stream('deeds'), words: stream('words') };
          return { series, cell, counts, lives: stream('lives'), particulars: stream('particulars'), chance };
        }),
    );
  }

  #make(part: FilingPart, day: DayNumber): Application | null {
    this.#drawn += 1;
    const { kind, year } = part.cell;
    const drawn = part.series.live(kind, day, part.lives);
    if (drawn === null) return null;
    const { seed, to } = this.#plan;
    const window = part.series.name === 'window';
    const planted = window ? this.#groups.patent(kind, this.#places[kind]++) : null;
    const said = this.#particulars.draw(kind, day, part.particulars);
    const common = { number: this.#numbers.next(kind, year), kind, year, chance: part.chance } as const;
    if (planted === null) {
      const notice = window && part.chance.deeds.chance(0.0005) ? mistakenNotice(day, part.chance.deeds) : null;
      return {
        ...common,
        part: window ? 'window' : 'opening',
        life: asKnownOn(drawn, to),
        particulars: said,
        planted,
        notice,
      };
    }
    const own = Random.of(seed, 'planted', planted.groupNumber, planted.ordinal);
    const notice = noticeOf(seed, planted, day);
    const life = plantedLife(drawn, kind, day, planted, notice, own);
    if (drawn.granted !== null && life.granted === null) this.#quota.giveBack(kind, yearOf(drawn.closed ?? day));
    const particulars = this.#particulars.planted(said, planted, day, own);
    return { ...common, part: 'window', life: asKnownOn(life, to), particulars, planted, notice };
  }
}
