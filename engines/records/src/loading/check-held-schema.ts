import { type Holdings, schemaVersion } from '@zhiheng/lake';
import { UserFault } from '@zhiheng/vocabulary';

/** Formats whose legal events and families stood on the records of patents up to version 1. */
const movedFormats = new Set(['docdb', 'ops']);

/**
 * Checks that a load can go on from these holdings. Those of versions 2 and 3 can: they lack columns, which read as null. Those of
 * version 1 can, where they hold nothing that version 2 keeps elsewhere: else the same events would stand in two places.
 *
 * @throws UserFault `schema-outdated` with the versions found and expected
 */
export function checkHeldSchema({ schemaVersion: found, sources }: Holdings): void {
  if (found >= 2 && found <= schemaVersion) return;
  if (found === 1 && !sources.some(({ format }) => movedFormats.has(format))) return;
  throw new UserFault('schema-outdated', {
    found: String(found),
    expected: String(schemaVersion),
    values: { version: String(found) },
  });
}
