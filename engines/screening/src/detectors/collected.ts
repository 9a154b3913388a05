import type { Exception } from '../rules/rule.js';
import { type Detected, type Finding, nothing, type OtherApplication, others } from './detector.js';

interface Met {
  readonly statistic: number;
  readonly strength: number;
  /** The other application. */
  readonly other: string;
  /** What is told of the two: asked of those alone that the evidence lists. */
  readonly tell: () => Omit<OtherApplication, 'application'>;
}

/** Gathers what pairs say of an application into one finding: the strongest of them, with the others behind it. */
export class Collected {
  readonly #met = new Map<string, Met[]>();
  readonly #excepted = new Map<Exception, Set<string>>();

  /** One pair that meets the numbers, as it concerns an application. */
  add(application: string, met: Met): void {
    const known = this.#met.get(application);
    if (known === undefined) this.#met.set(application, [met]);
    else known.push(met);
  }

  except(application: string, exception: Exception): void {
    const known = this.#excepted.get(exception) ?? new Set<string>();
    this.#excepted.set(exception, known.add(application));
  }

  /** Findings in the order of the applications. An application that one pair excepts and another does not is found. */
  detected(): Detected {
    const findings = [...this.#met]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([application, met]): Finding => {
        const sorted = [...met].sort(
          (a, b) => b.strength - a.strength || b.statistic - a.statistic || (a.other < b.other ? -1 : 1),
        );
        const [first] = sorted;
        const evidence = { ...nothing, ...others(sorted, ({ other, tell }) => ({ application: other, ...tell() })) };
        return { application, statistic: first?.statistic ?? 0, strength: first?.strength ?? 0, evidence };
      });
    const excepted = [...this.#excepted].map(([exception, ids]) => {
      return [exception, [...ids].filter((id) => !this.#met.has(id)).length] as const;
    });
    return { findings, excepted: Object.fromEntries(excepted), withoutCohort: 0 };
  }
}
