import type { Clue, Evidence } from '@zhiheng/screening';
import { canonicalText } from '@zhiheng/vocabulary/canonical';

/** Canonical texts of clues. What several clues share of their evidence, as the same object, is written once. */
export class ClueTexts {
  readonly #shared = new WeakMap<object, string>();

  /** The canonical text of a clue. */
  of({ application, evidence, ...told }: Clue): string {
    const head = `{"application":${canonicalText(application)},"evidence":${this.#evidence(evidence)},`;
    return head + canonicalText(told).slice(1);
  }

  #evidence({ cohort, facts, others, total }: Evidence): string {
    const parts = [canonicalText(cohort), this.#once(facts), this.#others(others), String(total)] as const;
    return `{"cohort":${parts[0]},"facts":${parts[1]},"others":${parts[2]},"total":${parts[3]}}`;
  }

  #others(others: Evidence['others']): string {
    const known = this.#shared.get(others);
    if (known !== undefined) return known;
    const text = `[${others.map((other) => this.#once(other)).join(',')}]`;
    this.#shared.set(others, text);
    return text;
  }

  #once(value: object): string {
    const known = this.#shared.get(value);
    if (known !== undefined) return known;
    const text = canonicalText(value);
    this.#shared.set(value, text);
    return text;
  }
}
