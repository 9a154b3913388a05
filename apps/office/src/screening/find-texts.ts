import type { LakeSession } from '@zhiheng/lake';
import type { ApplicationText, TextField } from '@zhiheng/screening';
import { dayNumber, type OnProgress, UserFault } from '@zhiheng/vocabulary';
import type { FoundTexts } from './found-texts.js';
import { comparePlainly } from './plain-texts.js';

/** Texts of one field that are compared each with each. */
const mostTexts = 3000;

const columns = { title: 'title', abstract: 'abstract', claim: 'first_claim' } as const;
const fields = Object.keys(columns) as TextField[];

/**
 * Finds what is alike in the texts of a release, in a session that sees the whole office: the one place where texts are compared. Throws
 * `screening-too-many` for more texts of a field than can be compared each with each.
 */
export async function findTexts(session: LakeSession, onProgress: OnProgress): Promise<FoundTexts> {
  const told = fields.map((field) => `count(CASE WHEN ${columns[field]} <> '' THEN 1 END) AS "${field}"`).join(', ');
  const [counts] = await session.rows<Record<TextField, number>>(`SELECT ${told} FROM patent_texts`);
  for (const field of fields) {
    const texts = counts?.[field] ?? 0;
    if (texts <= mostTexts) continue;
    throw new UserFault('screening-too-many', {
      place: { field },
      found: String(texts),
      expected: `at most ${mostTexts} texts of a field`,
    });
  }
  const compared = new Map<TextField, ApplicationText[]>();
  for (const [index, field] of fields.entries()) {
    onProgress({ stage: 'texts', done: index, total: fields.length, unit: 'steps' });
    compared.set(field, await textsOf(session, field));
  }
  const documents = new Set([...compared.values()].flat().map(({ number }) => number)).size;
  return { documents, ...comparePlainly(compared), capped: [] };
}

async function textsOf(session: LakeSession, field: TextField): Promise<ApplicationText[]> {
  const rows = await session.rows<{ number: string; filed: string | null; text: string }>(
    `SELECT t.id AS number, p.filed_on AS filed, t.${columns[field]} AS text
     FROM patent_texts AS t JOIN patents AS p ON p.id = t.id WHERE t.${columns[field]} <> '' ORDER BY t.id`,
  );
  return rows.map(({ number, filed, text }) => ({ number, day: filed === null ? null : dayNumber(filed), text }));
}
