import type { Ruling } from '@zhiheng/records';
import { covers, type Facts } from '@zhiheng/rights';
import { wholeOffice } from '@zhiheng/vocabulary';
import type { FactsOf } from './command-facts.js';
import { unresolvedOf } from './unresolved.js';

/**
 * Settling an address changes the area of every record that has it: whoever may do so in some areas only may where the records are
 * counted now and will be counted both lie in them.
 */
export const addressesSettled: FactsOf = async (input, { actor, office }) => {
  const { ids, area } = input as { readonly ids?: unknown; readonly area?: unknown };
  const counted = await countedAreas(Array.isArray(ids) ? ids : [], office);
  return farthest([...counted, typeof area === 'string' ? area : null], actor.areas);
};

/** The same of a ruling to be undone. */
export const addressUnsettled: FactsOf = async (input, { actor, office }) => {
  const { id } = input as { readonly id?: unknown };
  const settled = (await office.rulings.all()).filter((one) => one.subject === id && one.undone === null);
  const areas = settled.map((one: Ruling) => (one.kind === 'area' ? one.content.area : null));
  return farthest([...(await countedAreas([id], office)), ...areas], actor.areas);
};

async function countedAreas(ids: readonly unknown[], office: Parameters<FactsOf>[1]['office']) {
  const entries = new Map((await unresolvedOf(office, wholeOffice)).map(({ id, area }) => [id, area]));
  return ids.map((id) => (typeof id === 'string' ? entries.get(id) : undefined) ?? null);
}

/** Of several areas one that does not lie in those of the actor, if there is one. */
export function farthest(areas: readonly (string | null)[], own: Parameters<typeof covers>[0]): Facts {
  const outside = areas.find((area) => area === null || !covers(own, area));
  return { area: (outside === undefined ? areas[0] : outside) ?? null };
}
