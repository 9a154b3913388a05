import { admissionGroupRows, byPlace } from './admission-order.js';
import type { AdmissionPart } from './admission-parts.js';
import type { AdmissionPlan } from './admission-plan.js';
import { cardSql, ownerCardSql, partyOfKeySql } from './card-sql.js';
import type { ChangedIds } from './changed-tables.js';
import { placedAttributions, placedSql } from './placed.js';

/** A relation that openings read, and how it lies in its file. */
export interface OpeningRelation extends AdmissionPart {
  /** Rows that are packed together: few, where single rows are looked up. */
  readonly groupRows: number;
}

const lookedUpRows = 8192;

/**
 * What openings read beside the admission of a plan: the records that count elsewhere than as filed, by where; what is shown of each
 * record; its owners, where they count; and the parties of holders. `admission` names the rows that are asked for; `changed`: their records,
 * where they are not all.
 */
export function openingParts(plan: AdmissionPlan, admission: string, changed: ChangedIds | null): OpeningRelation[] {
  const ordered = (sql: string, order: string) => `SELECT * FROM (\n${sql}\n) AS part\nORDER BY ${order}`;
  const lookedUp = (name: string, sql: string) => ({ name, sql, groupRows: lookedUpRows });
  return [
    ...[...placedAttributions(plan)].map(([name, attribution]) => ({
      name,
      sql: ordered(placedSql(attribution, plan, admission, changed), `${byPlace}, stage NULLS FIRST`),
      groupRows: admissionGroupRows,
    })),
    // The records of a page are mostly those of one area, so that they lie in few groups.
    lookedUp('record_card', ordered(cardSql(plan, changed), 'filed_number, record_number, id')),
    ...(plan.definitions.some(({ definition }) => definition.attribution.at !== 'filing')
      ? [lookedUp('admission_owner', ordered(ownerCardSql(changed), 'record_number, id, stage, position'))]
      : []),
    lookedUp('party_of_key', ordered(partyOfKeySql(changed), 'key_number, key')),
  ];
}
