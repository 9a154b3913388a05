import type { Programme } from '@zhiheng/programme';
import type { Office } from '../office.js';
import { currentReference } from '../reference.js';
import type { JudgedAsOf } from './vintage-for-day.js';

/**
 * A programme as it judges a vintage as of a day. A published vintage keeps its verdicts as of its own day: what was changed back to that day or before it
 * after its publication does not judge it. As of a later day all changes count.
 */
export async function programmeKnown(
  office: Office,
  id: string | undefined,
  { day, vintage }: Pick<JudgedAsOf, 'day' | 'vintage'>,
): Promise<Programme> {
  const reference = currentReference(office);
  if (vintage === null || vintage.effective !== day) return reference.programme(id);
  const publication = (await office.publications.all()).find((one) => one.vintage === vintage.name);
  if (publication === undefined) return reference.programme(id);
  const known = office.changes.accepted.filter(({ act, from }) => act < publication.act || from > day);
  return reference.programmeBy(id, known);
}
