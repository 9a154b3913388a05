import type { ApplicationFacts } from './application-facts.js';

/** What connects the holders of two applications, the closest first. */
export const relations = ['one-holder', 'related-parties', 'one-address', 'one-agency', 'none'] as const;
export type Relation = (typeof relations)[number];

/** True for two parties that the release names as the same or as connected. */
export type AreRelated = (a: string, b: string) => boolean;

/** What connects the holders of two applications. */
export function relationOf(a: ApplicationFacts, b: ApplicationFacts, areRelated: AreRelated): Relation {
  if (a.party !== null && b.party !== null) {
    if (a.party === b.party) return 'one-holder';
    if (areRelated(a.party, b.party)) return 'related-parties';
  }
  if (a.address !== null && a.address === b.address) return 'one-address';
  return a.agency !== null && a.agency === b.agency ? 'one-agency' : 'none';
}
