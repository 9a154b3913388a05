import type { Application, OfficePlan } from '../application.js';
import { dayText, yearOf, yearStart } from '../calendar.js';
import type { Deed } from '../deeds/deed.js';
import type { OfficeEvent } from '../deeds/event-source.js';
import { officeKinds } from '../office-volumes.js';
import type { PatentLife } from '../patent-life.js';
import type { Notice } from '../screening/notice.js';
import { MarkTally } from './mark-tally.js';
import type { ByKind, ByYear, ClosedCases, RecordedDeeds, Truth } from './truth.js';

const forKinds = <T>(make: () => T): ByKind<T> => ({ invention: make(), utility_model: make(), design: make() });
const add = (counts: ByYear, key: number | string) => {
  counts[key] = (counts[key] ?? 0) + 1;
};
const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Counts applications as they are made. */
export class TruthTally {
  readonly #plan: OfficePlan;
  readonly #ends: readonly { readonly day: number; readonly text: string }[];
  readonly #counts;
  readonly marks: MarkTally;

  constructor(plan: OfficePlan) {
    this.#plan = plan;
    const years = Array.from({ length: yearOf(plan.to) - yearOf(plan.from) + 1 }, (_, i) => yearOf(plan.from) + i);
    const zeros = (): ByYear => Object.fromEntries(years.map((year) => [year, 0]));
    this.#ends = years.map((year) => {
      const day = Math.min(plan.to, yearStart(year + 1) - 1);
      return { day, text: dayText(day) };
    });
    this.marks = new MarkTally(plan, zeros, this.#ends);
    this.#counts = {
      rows: 0,
      patents: 0,
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
      owned: {} as Record<string, ByYear>,
      deeds: {} as Truth['deeds'],
      licenceFees: {} as Truth['licenceFees'],
      events: {} as Truth['events'],
      notices: {} as Record<string, ByYear>,
      dirt: {} as Record<string, number>,
    };
  }

  /** An application that is loaded, with the deeds about it in the order of their days. */
  take(application: Application, deeds: readonly Deed[]): void {
    const { kind, life, particulars } = application;
    const counts = this.#counts;
    const { from } = this.#plan;
    counts.rows += 1;
    if (life.filed !== null) this.#file(application, life.filed);
    if (life.granted !== null && this.#within(life.granted)) add(counts.grants[kind], yearOf(life.granted));
    if (life.ceased !== null && this.#within(life.ceased)) add(counts.ceased[kind], yearOf(life.ceased));
    for (const { day, text } of this.#ends) {
      if (!inForce(life, day)) continue;
      add(counts.inForce[kind], text);
      const owners = ownersOn(day, deeds) ?? particulars.area;
      counts.owned[owners] ??= {};
      add(counts.owned[owners] ?? {}, text);
    }
    if (kind === 'invention' && life.closed !== null && life.closed >= from) this.#close(life.closed, life.requested);
  }

  deed({ kind, recorded, amount, currency, fee }: Deed): void {
    const { deeds, licenceFees } = this.#counts;
    if (fee !== null) {
      licenceFees[fee.industry] ??= { contracts: 0, rates: 0 };
      const told = licenceFees[fee.industry] as { contracts: number; rates: number };
      told.contracts += 1;
      told.rates += fee.rate;
    }
    deeds[kind] ??= {};
    const years = deeds[kind] as Record<string, RecordedDeeds>;
    years[yearOf(recorded)] ??= { deeds: 0, amount: 0 };
    const year = years[yearOf(recorded)] as RecordedDeeds;
    year.deeds += 1;
    if (currency === 'CNY') year.amount += amount ?? 0;
  }

  event({ kind, on }: OfficeEvent): void {
    const { events } = this.#counts;
    events[kind] ??= {};
    if (on !== null) add(events[kind] ?? {}, yearOf(on));
  }

  notice({ on, outcome, closed }: Notice): void {
    const { notices } = this.#counts;
    notices[yearOf(on)] ??= {};
    add(notices[yearOf(on)] ?? {}, closed <= this.#plan.to ? outcome : 'open');
  }

  fault(code: string): void {
    add(this.#counts.dirt, code);
  }

  truth(): Truth {
    const { closed, areas, owned, dirt, ...counts } = this.#counts;
    for (const cases of Object.values(closed)) {
      cases.meanDays = cases.measured === 0 ? null : cases.totalDays / cases.measured;
    }
    return {
      dataset: 'synthetic',
      模拟数据: '本文件所述数据均为模拟生成，不是任何专利局的记录',
      seed: this.#plan.seed,
      from: dayText(this.#plan.from),
      to: dayText(this.#plan.to),
      ...counts,
      patents: officeKinds.reduce((sum, kind) => sum + sumOf(counts.applications[kind]), 0),
      closedInventions: closed,
      applicationsByArea: sorted(areas),
      inForceByArea: sorted(owned),
      marks: this.marks.truth(),
      dirt: sorted(dirt),
    };
  }

  #within(day: number): boolean {
    return day >= this.#plan.from && day <= this.#plan.to;
  }

  #file({ kind, life, particulars }: Application, filed: number): void {
    const counts = this.#counts;
    const { from } = this.#plan;
    if (this.#within(filed)) {
      const year = yearOf(filed);
      add(counts.applications[kind], year);
      counts.areas[particulars.area] ??= {};
      add(counts.areas[particulars.area] ?? {}, year);
    } else if (filed < from && inForce(life, from - 1)) counts.openingInForce[kind] += 1;
    else if (filed < from) counts.openingPending[kind] += 1;
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

/** Granted on or before the end of the day, not ceased on or before it. */
function inForce({ granted, ceased }: PatentLife, day: number): boolean {
  return granted !== null && granted <= day && (ceased === null || ceased > day);
}

/** Area of the first holder at the end of a day, after the transfers recorded up to it; null: nobody took it over. */
function ownersOn(day: number, deeds: readonly Deed[]): string | null {
  let area: string | null = null;
  for (const { kind, recorded, to } of deeds) {
    if (kind === '转让' && recorded <= day && to !== null) area = to.party.area;
  }
  return area;
}

function sumOf(counts: ByYear): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
