import type { OrganisationAnswer } from '../../api/people-queries.js';

/** An organisation with those directly below it. */
export interface OrganisationNode {
  readonly organisation: OrganisationAnswer;
  readonly below: readonly OrganisationNode[];
}

/** The tree out of a list; an organisation whose parent is not in the list stands at the top. */
export function treeOf(organisations: readonly OrganisationAnswer[]): OrganisationNode[] {
  const ids = new Set(organisations.map(({ id }) => id));
  const nodesUnder = (parent: string | null): OrganisationNode[] =>
    organisations
      .filter((one) => (parent === null ? one.parent === null || !ids.has(one.parent) : one.parent === parent))
      .map((organisation) => ({ organisation, below: nodesUnder(organisation.id) }));
  return nodesUnder(null);
}

/** The organisation and everything below it, by id. */
export function withAllBelow(organisations: readonly OrganisationAnswer[], id: string): string[] {
  const below = organisations.filter(({ parent }) => parent === id);
  return [id, ...below.flatMap((one) => withAllBelow(organisations, one.id))];
}
