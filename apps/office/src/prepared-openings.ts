import { type ComputedDefinition, isComputed, placedRelation } from '@zhiheng/indicators';
import { wholeOffice } from '@zhiheng/vocabulary';
import type { Office } from './office.js';
import { showAdmission, showParties, withRecordSession } from './record-sessions.js';
import type { Vintage } from './vintage.js';
import { findVintage } from './vintages.js';

/**
 * Reads beforehand what figures of the newest vintage open by, so that whoever opens the first one after a start, or after computing, does not wait
 * for it.
 */
export class PreparedOpenings {
  readonly #office: Office;
  #prepared: string | null = null;
  #stopped = false;

  constructor(office: Office) {
    this.#office = office;
  }

  /** Prepares the newest vintage, if that is not done. */
  async tick(): Promise<void> {
    const act = await this.#office.ledger.last('vintage');
    if (act === null || act.hash === this.#prepared || this.#stopped) return;
    const found = await findVintage(this.#office);
    if (found === null) return;
    // Once, whatever comes of it: what fails is told to whoever asks for it.
    this.#prepared = act.hash;
    for (const definition of oneOfEach(found.vintage)) await this.#prepare(found.vintage, definition);
  }

  /** What is under way ends after the view at hand. */
  stop(): void {
    this.#stopped = true;
  }

  /** A view at a time, so that questions which come meanwhile need not wait for all. */
  async #prepare(vintage: Vintage, definition: ComputedDefinition): Promise<void> {
    for (let next = 0, all = 1; next < all && !this.#stopped; next += 1) {
      await withRecordSession(this.#office, vintage, wholeOffice, async (session) => {
        const admission = await showAdmission(session, vintage, definition);
        const parties = await showParties(session, vintage, definition);
        const apart = (admission?.cardsFrom ?? []).map(({ relation }) => relation);
        const views = [
          ...[admission?.relation, admission?.placed, admission?.stages, admission?.owners, parties?.relation],
          ...(apart.length > 0 ? apart : [admission?.cards]),
        ].flatMap((name) => name ?? []);
        const view = views[next];
        // Its segments are checked, and what they tell of their parts is read; no row is.
        if (view !== undefined) await session.rows(`SELECT 1 AS one FROM ${view} WHERE 1 = 0`);
        all = views.length;
      });
    }
  }
}

/** Of each admission the first definition, and the first of each way to count in it. */
function oneOfEach(vintage: Vintage): ComputedDefinition[] {
  const found = new Map<string, ComputedDefinition>();
  for (const [index, { definitions }] of (vintage.admissions ?? []).entries()) {
    for (const { definition } of vintage.indicators) {
      if (!isComputed(definition) || !definitions.includes(definition.hash)) continue;
      const key = `${index} ${placedRelation(definition.attribution) ?? ''}`;
      if (!found.has(key)) found.set(key, definition);
    }
  }
  return [...found.values()];
}
