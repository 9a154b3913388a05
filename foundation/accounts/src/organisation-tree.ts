import { type LocalizedText, UserFault } from '@zhiheng/vocabulary';

export const organisationKinds = [
  'national-office',
  'department',
  'province',
  'bingtuan',
  'city',
  'centre',
  'agency',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export interface Organisation {
  readonly id: string;
  /** Null for the one at the top. */
  readonly parent: string | null;
  readonly kind: OrganisationKind;
  readonly names: LocalizedText;
  /** The area it stands for, a GB/T 2260 code; null for departments and others without one. */
  readonly area: string | null;
  /** Day since which it is closed; null while open. */
  readonly closedOn: string | null;
}

const wrong = (what: string, found: string) => new UserFault('organisation-wrong', { found, values: { what } });

/** The organisation and everything below it. */
export function subtree(organisations: readonly Organisation[], id: string): string[] {
  const below = organisations.filter(({ parent }) => parent === id);
  return [id, ...below.flatMap((one) => subtree(organisations, one.id))];
}

/** Throws `organisation-wrong` unless the organisation may stand under this parent. */
export function demandPlace(organisations: readonly Organisation[], id: string, parent: string | null): void {
  if (parent === null) {
    if (organisations.some((one) => one.parent === null && one.id !== id))
      throw wrong('there is one at the top already', id);
    return;
  }
  const above = organisations.find((one) => one.id === parent);
  if (above === undefined) throw wrong('there is no such organisation to stand under', parent);
  if (above.closedOn !== null) throw wrong('the organisation above is closed', parent);
  if (subtree(organisations, id).includes(parent)) throw wrong('it would stand under itself', parent);
}

/** Throws `organisation-wrong` unless the organisation may be closed. `members`: accounts there that have not left. */
export function demandClosable(organisations: readonly Organisation[], id: string, members: number): void {
  const organisation = organisations.find((one) => one.id === id);
  if (organisation === undefined) throw new UserFault('not-found', { values: { name: id } });
  if (organisation.closedOn !== null) throw wrong('it is closed already', id);
  const open = organisations.find((one) => one.parent === id && one.closedOn === null);
  if (open !== undefined) throw wrong('an organisation below it is open', open.id);
  if (members > 0) throw wrong('accounts belong to it', String(members));
}
