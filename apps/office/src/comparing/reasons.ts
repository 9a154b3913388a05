import type { Definition } from '@zhiheng/indicators';
import { asksDecisions, closureIds, isComputed } from '@zhiheng/indicators';
import type { CountedReason } from '../answers-vintages.js';
import type { Vintage } from '../vintage.js';
import type { VintagePair } from './compared-session.js';

/** How many records count in a figure of one vintage and not in the same of another. */
export interface RecordDifference {
  /** Records that the earlier release does not have. */
  readonly added: number;
  /** Records that the later release does not have. */
  readonly removed: number;
  /** Records that both releases have. */
  readonly changed: number;
}

/** Reasons that hold for an indicator in two vintages, whatever its records do. */
export function certainReasons({ before, after }: VintagePair, id: string): CountedReason[] {
  const hashes = (vintage: Vintage) => {
    const definitions = vintage.indicators.map(({ definition }) => definition);
    return JSON.stringify(closureIds([id], definitions).map((one) => hashOf(definitions, one)));
  };
  const holds = (differs: boolean, kind: CountedReason['kind']) => (differs ? [{ kind, count: null }] : []);
  const { areas, published } = before.reference;
  return [
    ...holds(hashes(before) !== hashes(after), 'redefined'),
    ...holds(areas !== after.reference.areas || published !== after.reference.published, 'reference'),
    ...holds(before.compiler !== after.compiler, 'compiler'),
    ...holds(decisionsDiffer({ before, after }, id), 'decided'),
  ];
}

/**
 * Reasons with the records that they concern. Where both vintages rest on one release, no record has changed: what counts in one of them alone
 * does so by the definition, else by the areas, else by what people decided.
 */
export function countedReasons(
  pair: VintagePair,
  id: string,
  { added, removed, changed }: RecordDifference,
): CountedReason[] {
  const certain = certainReasons(pair, id);
  const sameRecords = pair.before.releaseHash === pair.after.releaseHash;
  const by = sameRecords ? certain.find(({ kind }) => explaining.includes(kind)) : undefined;
  const counted = (kind: CountedReason['kind'], count: number) => (count === 0 ? [] : [{ kind, count }]);
  return [
    ...counted('added', added),
    ...counted('removed', removed),
    ...(by === undefined ? counted('changed', changed) : []),
    ...certain.map((one) => (one === by ? { ...one, count: changed } : one)),
  ];
}

const explaining: readonly CountedReason['kind'][] = ['redefined', 'reference', 'decided'];

/** Whether other things were decided about applications, and the figure looks at them. */
function decisionsDiffer({ before, after }: VintagePair, id: string): boolean {
  const segment = ({ facts = null }: Vintage) => facts?.decisions.sha256 ?? null;
  if (segment(before) === segment(after)) return false;
  const definitions = after.indicators.map(({ definition }) => definition);
  const drawn = new Set(closureIds([id], definitions));
  return definitions.some((one) => drawn.has(one.id) && isComputed(one) && asksDecisions(one));
}

function hashOf(definitions: readonly Definition[], id: string): string | null {
  return definitions.find((one) => one.id === id)?.hash ?? null;
}
