import { openLakeSession } from '@zhiheng/lake';
import type { TextField } from '@zhiheng/screening';
import { wholeOffice } from '@zhiheng/vocabulary';
import { type MeasuredOffice, openMeasuredOffice } from './indicators/measured-office.js';
import { type MeasuredNear, measureNear } from './near-measures.js';
import { realCorpus } from './real-corpus.js';

const columns: Readonly<Record<TextField, string>> = { title: 'title', abstract: 'abstract', claim: 'first_claim' };
/** Of fewer texts no share is told. */
const fewest = 50;

/** What was found among the texts of one field. */
export interface MeasuredReal extends MeasuredNear {
  /** Different texts of the release. */
  readonly texts: number;
}

/**
 * Plants near texts among those of an office's newest release, which stays as it is, and tells how many are found: field by field, of each text once.
 * Pairs of texts of the release itself are no fault; `wrong` counts them too.
 */
export async function measureRealTexts(
  place: MeasuredOffice,
  seed: number,
): Promise<Partial<Record<TextField, MeasuredReal>>> {
  const office = await openMeasuredOffice(place);
  try {
    const { release } = await office.release();
    const session = await openLakeSession(release, office.store, wholeOffice);
    try {
      const found: Partial<Record<TextField, MeasuredReal>> = {};
      for (const field of Object.keys(columns) as TextField[]) {
        const column = columns[field];
        const rows = await session.rows<{ text: string }>(
          `SELECT DISTINCT ${column} AS text FROM patent_texts WHERE ${column} <> '' ORDER BY text`,
        );
        if (rows.length < fewest) continue;
        const texts = rows.map(({ text }) => text);
        const measured = await measureNear(realCorpus(field, texts, seed), 1, field !== 'title', undefined, field);
        found[field] = { ...measured, texts: texts.length };
      }
      return found;
    } finally {
      session.close();
    }
  } finally {
    await office.close();
  }
}
