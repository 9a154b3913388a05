import type { Application, OfficePlan } from './application.js';
import { dayText, yearOf, yearStart } from './calendar.js';
import { type OfficeKind, officeKinds } from './office-volumes.js';

type ByYear = Record<string, number>;
type ByKind<T> = Record<OfficeKind, T>;

/** Closed inventions of a year. */
export interface ClosedCases {
  closed: number;
  /** Those with a day of request. */
  measured: number;
  /** Days from request to closing over the measured ones. */
  totalDays: number;
  /** Null where nothing was measured. */
  meanDays: number | null;
}

/** The right answers to a synthetic office, counted while it was made. Years are keys such as `2018`. */
export interface Truth {
  readonly dataset: 'synthetic';
  readonly 模拟数据: string;
  readonly seed: number;
  readonly from: string;
  readonly to: string;
  /** Applications filed in the window. */
  readonly patents: number;
  /** Rows of all files, opening rows included. */
  readonly rows: number;
  /** Rights in force at the beginning of the first day. */
  readonly openingInForce: ByKind<number>;
  /** Applications filed before the window that were neither in force nor ended on its first day. */
  readonly openingPending: ByKind<number>;
  readonly applications: ByKind<ByYear>;
  readonly grants: ByKind<ByYear>;
  readonly ceased: ByKind<ByYear>;
  /** By last day of each year of the window, the window's own last day included. */
  readonly inForce: ByKind<ByYear>;
  readonly closedInventions: Record<string, ClosedCases>;
  /** Applications by province or country of the first holder, over all kinds. */
  readonly applicationsByArea: Record<string, ByYear>;
}

const forKinds = <T>(make: () => T): ByKind<T> => ({ invention: make(), utility_model: make(), design: make() });
const add = (counts: ByYear, key: number | string) => {
  counts[key] = (counts[key] ?? 0) + 1;
};

/** Counts applications as they are made. */
export class TruthTally {
  readonly #plan: OfficePlan;
  readonly #ends: readonly { day: number; text: string }[];
  readonly #counts;

  constructor(plan: OfficePlan) {
    this.#plan = plan;
    const years = Array.from({ length: yearOf(plan.to) - yearOf(plan.from) + 1 }, (_, i) => yearOf(plan.from) + i);
    const zeros = (): ByYear => Object.fromEntries(years.map((year) => [year, 0]));
    this.#ends = years.map((year) => {
      const day = Math.min(plan.to, yearStart(year + 1) - 1);
      return { day, text: dayText(day) };
    });
    this.#counts = {
      rows: 0,
      openingInForce: forKinds(() => 0),
      openingPending: forKinds(() => 0),
      applications: forKinds(zeros),
      grants: forKinds(zeros),
      ceased: forKinds(zeros),
      inForce: forKinds(() => Object.fromEntries(this.#ends.map(({ text }): [string, number] => [text, 0]))),
      closed: Object.fromEntries(
        years.map((year): [string, ClosedCases] => [
          String(year),
          { closed: 0, measured: 0, totalDays: 0, meanDays: null },
        ]),
      ),
      areas: {} as Record<string, ByYear>,
    };
  }

  take({ kind, year, part, life, particulars }: Application): void {
    const counts = this.#counts;
    const { from } = this.#plan;
    counts.rows += 1;
    if (part === 'window') {
      add(counts.applications[kind], year);
      counts.areas[particulars.area] ??= {};
      add(counts.areas[particulars.area] ?? {}, year);
    } else if (life.granted !== null && life.granted < from) counts.openingInForce[kind] += 1;
    else counts.openingPending[kind] += 1;
    if (life.granted !== null && life.granted >= from) add(counts.grants[kind], yearOf(life.granted));
    if (life.ceased !== null && life.ceased >= from) add(counts.ceased[kind], yearOf(life.ceased));
    for (const { day, text } of this.#ends) {
      if (life.granted !== null && life.granted <= day && (life.ceased === null || life.ceased > day)) {
        add(counts.inForce[kind], text);
      }
    }
    if (kind === 'invention' && life.closed !== null && life.closed >= from) this.#close(life.closed, life.requested);
  }

  truth(): Truth {
    const { rows, openingInForce, openingPending, applications, grants, ceased, inForce, closed, areas } = this.#counts;
    for (const cases of Object.values(closed)) {
      cases.meanDays = cases.measured === 0 ? null : cases.totalDays / cases.measured;
    }
    return {
      dataset: 'synthetic',
      模拟数据: '本文件所述数据均为模拟生成，不是任何专利局的记录',
      seed: this.#plan.seed,
      from: dayText(this.#plan.from),
      to: dayText(this.#plan.to),
      patents: officeKinds.reduce((sum, kind) => sum + sumOf(applications[kind]), 0),
      rows,
      openingInForce,
      openingPending,
      applications,
      grants,
      ceased,
      inForce,
      closedInventions: closed,
      applicationsByArea: Object.fromEntries(Object.entries(areas).sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  }

  #close(closedOn: number, requestedOn: number | null): void {
    const cases = this.#counts.closed[yearOf(closedOn)];
    if (cases === undefined) return;
    cases.closed += 1;
    if (requestedOn === null) return;
    cases.measured += 1;
    cases.totalDays += closedOn - requestedOn;
  }
}

function sumOf(counts: ByYear): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
