import type { OfficePlan } from '../application.js';
import { yearOf } from '../calendar.js';
import type { Mark } from '../marks/mark.js';
import type { ByYear, Truth } from './truth.js';

/** Counts trade marks as they are made. */
export class MarkTally {
  readonly #plan: OfficePlan;
  readonly #ends: readonly { readonly day: number; readonly text: string }[];
  readonly #counts;

  constructor(plan: OfficePlan, zeros: () => ByYear, ends: readonly { readonly day: number; readonly text: string }[]) {
    this.#plan = plan;
    this.#ends = ends;
    this.#counts = {
      filed: 0,
      rows: 0,
      applications: zeros(),
      registrations: zeros(),
      inForce: Object.fromEntries(ends.map(({ text }): [string, number] => [text, 0])),
    };
  }

  take({ filed, registered, ceased }: Mark): void {
    const counts = this.#counts;
    const within = (day: number) => day >= this.#plan.from && day <= this.#plan.to;
    const add = (years: ByYear, key: number | string) => {
      years[key] = (years[key] ?? 0) + 1;
    };
    counts.rows += 1;
    if (within(filed)) {
      counts.filed += 1;
      add(counts.applications, yearOf(filed));
    }
    if (registered !== null && within(registered)) add(counts.registrations, yearOf(registered));
    for (const { day, text } of this.#ends) {
      if (registered !== null && registered <= day && (ceased === null || ceased > day)) add(counts.inForce, text);
    }
  }

  truth(): Truth['marks'] {
    return this.#counts;
  }
}
