import type { Holdings, Session } from '@zhiheng/lake';
import type { ReadFormat } from '../reading/recognise-format.js';

/** Formats in which one body collects what many offices say, by the office that the body is itself. */
const collected: Readonly<Partial<Record<ReadFormat, string>>> = { docdb: 'EP', ops: 'EP' };

const heldSources = 'held_second_hand';

/**
 * SQL of whether a state that came in a file of this format is told by another body than its office. Holdings keep no
 * mark for it: the format of the file that a state came from says it.
 */
export function isSecondHand(format: string, office: string): string {
  const cases = Object.entries(collected).map(([name, own]) => `(${format} = '${name}' AND ${office} <> '${own}')`);
  return `(${cases.join(' OR ')})`;
}

/** Table of the session with the files of collected formats that are held: `path, revision, format`. */
export async function registerHeldSources(session: Session, { sources }: Holdings): Promise<void> {
  const rows = sources
    .filter(({ format }) => Object.hasOwn(collected, format))
    .map(({ path, revision, format }) => [path, revision, format]);
  await session.registerTable(heldSources, { path: 'text', revision: 'integer', format: 'text' }, rows);
}

/** SQL of whether a held state is second-hand. */
export function isHeldSecondHand(alias: string): string {
  return `EXISTS (SELECT 1 FROM ${heldSources} AS s WHERE s.path = ${alias}.source AND s.revision = ${alias}.revision
    AND ${isSecondHand('s.format', `${alias}.office`)})`;
}
