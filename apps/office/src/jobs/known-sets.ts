import { asksDecisions, isComputed } from '@zhiheng/indicators';
import type { VintageFacts } from '../decisions/vintage-facts.js';
import { type StoredSet, setOf } from '../stored-set.js';
import { hasCards, type Vintage, type VintageAdmission } from '../vintage.js';

/** What is counted: a release, and what people decided about its applications. */
export interface CountedGround {
  readonly releaseHash: string;
  readonly facts: VintageFacts | null;
}

/** What was computed over a release: sets by the hash of their definition, and the admissions that they rest on. */
export interface KnownSets extends CountedGround {
  readonly observations: ReadonlyMap<string, StoredSet>;
  readonly admissions: readonly VintageAdmission[];
}

/** Whether a vintage rests on this release and on these decisions. */
export function isOver(vintage: Vintage, { releaseHash, facts }: CountedGround): boolean {
  return vintage.releaseHash === releaseHash && segmentOf(vintage.facts) === segmentOf(facts);
}

/**
 * What vintages over a release hold together. Where other things were decided, they hold the same of the definitions that do not look at
 * decisions.
 */
export function knownSets(ground: CountedGround, vintages: readonly Vintage[]): KnownSets {
  const observations = new Map<string, StoredSet>();
  const admissions = new Map<string, VintageAdmission>();
  const over = vintages.filter(({ releaseHash }) => releaseHash === ground.releaseHash);
  for (const vintage of over.filter(({ admissions: all = [] }) => all.every(hasCards))) {
    const same = isOver(vintage, ground);
    const own = vintage.indicators.filter(
      ({ definition }) => same || !isComputed(definition) || !asksDecisions(definition),
    );
    const hashes = new Set(own.map(({ hash }) => hash));
    for (const { hash, observations: set } of own) if (set !== null) observations.set(hash, setOf(set));
    for (const admission of vintage.admissions ?? []) {
      const definitions = admission.definitions.filter((hash) => hashes.has(hash));
      if (definitions.length === 0) continue;
      // The admission of the decisions at hand stands for that of others.
      const key = JSON.stringify(admission.parts);
      if (same || !admissions.has(key)) admissions.set(key, { ...admission, definitions });
    }
  }
  return { ...ground, observations, admissions: [...admissions.values()] };
}

const segmentOf = (facts: VintageFacts | null | undefined) => facts?.decisions.sha256 ?? null;
