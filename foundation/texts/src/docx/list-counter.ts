import { numberText } from '../numerals/number-text.js';
import type { ListInstance, ListLevel, Numbering } from './numbering.js';
import type { Styles } from './styles.js';

/** Counts automatic numbers as paragraphs come, and writes what stands before each. */
export class ListCounter {
  readonly #numbering: Numbering;
  readonly #styles: Styles;
  /** By model: instances of one model count on, but where one states its own start. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(numbering: Numbering, styles: Styles) {
    this.#numbering = numbering;
    this.#styles = styles;
  }

  /** What stands before the next paragraph of a list at a level from 0; null where there is no such list. */
  next(numId: string, ilvl: number): string | null {
    const instance = this.#numbering.instances.get(numId);
    if (instance === undefined) return null;
    const levels = this.#levelsOf(instance);
    const level = levels.get(ilvl);
    if (level === undefined) return null;
    const counts = this.#counts.get(instance.model) ?? [];
    this.#counts.set(instance.model, counts);
    counts[ilvl] = this.#nextCount(numId, instance, ilvl, counts[ilvl], level.start);
    for (let above = 0; above < ilvl; above += 1) counts[above] ??= levels.get(above)?.start ?? 1;
    for (let below = ilvl + 1; below < counts.length; below += 1) {
      const { restart = null } = levels.get(below) ?? {};
      if (restart === null || ilvl <= restart) counts[below] = undefined;
    }
    return label(level, levels, counts);
  }

  #nextCount(numId: string, instance: ListInstance, ilvl: number, last: number | undefined, start: number): number {
    const stated = instance.starts.get(ilvl);
    const key = `${numId} ${ilvl}`;
    const first = !this.#begun.has(key);
    this.#begun.add(key);
    if (stated !== undefined && (first || last === undefined)) return stated;
    return last === undefined ? start : last + 1;
  }

  #levelsOf(instance: ListInstance): ReadonlyMap<number, ListLevel> {
    const model = this.#numbering.models.get(instance.model);
    const linked = model?.linkedStyle ?? null;
    const other = linked === null ? null : this.#styles.of(linked).numId;
    const from = other === null ? undefined : this.#numbering.instances.get(other);
    const shared = from === undefined ? model?.levels : this.#numbering.models.get(from.model)?.levels;
    return instance.levels.size === 0 ? (shared ?? new Map()) : new Map([...(shared ?? []), ...instance.levels]);
  }
}

function label(
  level: ListLevel,
  levels: ReadonlyMap<number, ListLevel>,
  counts: readonly (number | undefined)[],
): string {
  if (level.format === 'bullet') return '• ';
  const text = level.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const format = levels.get(at)?.format ?? 'decimal';
    return numberText(
      counts[at] ?? levels.get(at)?.start ?? 1,
      level.legal && format !== 'decimalZero' ? 'decimal' : format,
    );
  });
  if (text.trim() === '') return '';
  return level.suffix === 'nothing' || /[、，。．）：】」]$/.test(text) ? text : `${text} `;
}
