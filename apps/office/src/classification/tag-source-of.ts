import { type ComputedDefinition, Membership, type TagSource } from '@zhiheng/indicators';
import { OwnFault } from '@zhiheng/vocabulary';
import type { Office } from '../office.js';
import { currentReference } from '../reference.js';
import type { Vintage } from '../vintage.js';
import type { ConcordanceObject } from './vintage-tags.js';

/** What tells the codes of a record by the tables that a definition asks, as a vintage kept them; each record is looked at anew. */
export async function tagSourceOf(
  office: Office,
  { concordances = [] }: Vintage,
  { classifications = {} }: Pick<ComputedDefinition, 'classifications'>,
): Promise<TagSource> {
  const members = new Map<string, Membership>();
  for (const { id, object } of concordances) {
    if (!Object.hasOwn(classifications, id)) continue;
    const { table } = (await office.store.getJson(object)) as ConcordanceObject;
    members.set(id, new Membership(table, currentReference(office).concordances().tree));
  }
  return (table, record) => {
    const member = members.get(table);
    if (member === undefined) throw new OwnFault(`the vintage kept no table ${table}`);
    return member.codesOf(record);
  };
}
