import type { Permission } from '@zhiheng/rights';
import { type Actor, isDay, UserFault } from '@zhiheng/vocabulary';
import type { Office } from '../office.js';
import { vintageSeenBy } from '../publishing/readers-vintage.js';
import type { Vintage } from '../vintage.js';
import { findVintage } from '../vintages.js';

export interface DayAsked {
  /** Left out: the newest, or with a day the newest of that day or before. */
  readonly vintage?: string;
  /** The day as of which is judged; left out: that of the vintage, without one today. */
  readonly effective?: string;
}

/** What verdicts rest on. */
export interface JudgedAsOf {
  readonly day: string;
  /** Null where none is at hand; values of the office are then unknown. */
  readonly vintage: Vintage | null;
  /** Whether its computed values may be seen; without that those targets have no value. */
  readonly computed: boolean;
}

/**
 * The vintage and the day as of which somebody's verdicts are told. A vintage that was computed as of a later day than is asked for would know what came
 * afterwards, and is refused. Throws `date-wrong`, `usage`, `not-found`.
 */
export async function vintageForDay(office: Office, actor: Actor, asked: DayAsked): Promise<JudgedAsOf> {
  const { effective } = asked;
  if (effective !== undefined && !isDay(effective)) {
    throw new UserFault('date-wrong', { place: { field: 'effective' }, found: effective, expected: 'YYYY-MM-DD' });
  }
  const permission = 'verdicts:read-computed' satisfies Permission;
  const seen = await vintageSeenBy(office, actor, permission, asked.vintage);
  if (effective === undefined || asked.vintage !== undefined) {
    const found = (await findVintage(office, seen.vintage))?.vintage ?? null;
    if (found !== null && effective !== undefined && found.effective > effective) {
      throw new UserFault('usage', {
        place: { field: 'effective' },
        found: effective,
        expected: `${found.effective} or later`,
        values: { what: `the vintage ${found.name} knows what came after ${effective}` },
      });
    }
    return { day: effective ?? found?.effective ?? office.today(), vintage: found, computed: seen.computed };
  }
  const names = seen.vintage === undefined ? await namesOfAll(office) : await namesOfPublished(office);
  for (const name of seen.computed ? names.toReversed() : []) {
    const vintage = (await findVintage(office, name))?.vintage ?? null;
    if (vintage !== null && vintage.effective <= effective) return { day: effective, vintage, computed: true };
  }
  return { day: effective, vintage: null, computed: seen.computed };
}

async function namesOfAll(office: Office): Promise<string[]> {
  return (await office.ledger.acts('vintage')).map(({ object }) => object);
}

/** Whoever sees published vintages alone is given one of these. */
async function namesOfPublished(office: Office): Promise<string[]> {
  return (await office.publications.all()).map(({ vintage }) => vintage);
}
