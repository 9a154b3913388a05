import type { FilingCell } from '../filing-plan.js';
import type { OfficeKind } from '../office-volumes.js';
import type { Random } from '../random.js';
import type { Spacing } from './group-kinds.js';

/** Which places in the order of filing are taken, for each kind of application. One bit a filing. */
export class SlotBook {
  readonly #taken = new Map<OfficeKind, Uint8Array>();
  readonly #counts = new Map<OfficeKind, number>();
  readonly #days: number;

  constructor(cells: readonly FilingCell[]) {
    let days = 0;
    for (const { kind, count, from, to } of cells) {
      this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
      if (kind === cells[0]?.kind) days += to - from + 1;
    }
    this.#days = Math.max(1, days);
    for (const [kind, count] of this.#counts) this.#taken.set(kind, new Uint8Array((count >> 3) + 1));
  }

  count(kind: OfficeKind): number {
    return this.#counts.get(kind) ?? 0;
  }

  /** Days of the window. */
  get days(): number {
    return this.#days;
  }

  /**
   * Takes ascending free places, the first `ahead` of them as sources; null, and nothing taken, when there is no room
   * from where chance began.
   */
  take(kind: OfficeKind, spacing: Spacing, size: number, ahead: number, random: Random): number[] | null {
    const count = this.count(kind);
    const perDay = count / this.#days;
    const reach = spacing === 'years' ? 730 * perDay : 0;
    const room = count - reach - size;
    if (room < 1) return null;
    const places: number[] = [];
    let next = Math.floor(random.fraction() * room);
    for (let index = 0; index < size; index += 1) {
      if (index > 0) next += index === ahead && reach > 0 ? Math.ceil(reach) : this.#gap(spacing, perDay, random);
      next = this.#free(kind, next);
      if (next >= count) return null;
      places.push(next);
    }
    for (const place of places) this.#mark(kind, place);
    return places;
  }

  #gap(spacing: Spacing, perDay: number, random: Random): number {
    if (spacing === 'run') return 1;
    const days = spacing === 'weeks' ? 12 : 45;
    return 1 + Math.floor(random.fraction() * 2 * days * perDay);
  }

  #free(kind: OfficeKind, from: number): number {
    const taken = this.#taken.get(kind);
    let place = from;
    while (taken !== undefined && ((taken[place >> 3] ?? 0) & (1 << (place & 7))) !== 0) place += 1;
    return place;
  }

  #mark(kind: OfficeKind, place: number): void {
    const taken = this.#taken.get(kind);
    if (taken !== undefined) taken[place >> 3] = (taken[place >> 3] ?? 0) | (1 << (place & 7));
  }
}
