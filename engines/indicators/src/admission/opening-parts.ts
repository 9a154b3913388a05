import type { AdmissionPart } from './admission-parts.js';
import type { AdmissionPlan } from './admission-plan.js';
import { cardSql, partyOfKeySql } from './card-sql.js';
import { placedAttributions, placedSql } from './placed.js';

/** A relation that openings read, and how it lies in its file. */
export interface OpeningRelation extends AdmissionPart {
  /** Rows that are packed together: few, where single rows are looked up. */
  readonly groupRows: number;
  /** Whether rows of a record that did not change can differ between releases. */
  readonly whole: boolean;
}

/** Rows of an admission that are packed together, so that an opening of one area reads little beside it. */
export const admissionGroupRows = 32_768;
const lookedUpRows = 8192;

/** Where the rows of an area lie together, in each the oldest records first. */
export const byPlace = 'place_number, place, id';

/**
 * What openings read beside the admission of a plan: the records that count elsewhere than as filed, by where; what is shown of each
 * record; and the parties of holders. `admission` names the rows that are asked for; `changed`: that they are not all.
 */
export function openingParts(plan: AdmissionPlan, admission: string, changed: boolean): OpeningRelation[] {
  const ordered = (sql: string, order: string) => `SELECT * FROM (\n${sql}\n) AS part\nORDER BY ${order}`;
  const only = changed ? admission : null;
  return [
    ...[...placedAttributions(plan)].map(([name, attribution]) => ({
      name,
      sql: ordered(placedSql(attribution, plan, admission, only), `${byPlace}, stage NULLS FIRST`),
      groupRows: admissionGroupRows,
      whole: false,
    })),
    { name: 'admission_card', sql: ordered(cardSql(plan, only), 'id'), groupRows: lookedUpRows, whole: false },
    { name: 'party_of_key', sql: ordered(partyOfKeySql, 'key'), groupRows: lookedUpRows, whole: true },
  ];
}
