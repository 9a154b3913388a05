import { admissionGroupRows, byPlace } from './admission-order.js';
import type { AdmissionPart } from './admission-parts.js';
import type { AdmissionPlan } from './admission-plan.js';
import { cardSql, ownerCardSql, partyOfKeySql } from './card-sql.js';
import { placedAttributions, placedSql } from './placed.js';

/** A relation that openings read, and how it lies in its file. */
export interface OpeningRelation extends AdmissionPart {
  /** Rows that are packed together: few, where single rows are looked up. */
  readonly groupRows: number;
  /** Whether rows of a record that did not change can differ between releases. */
  readonly whole: boolean;
}

const lookedUpRows = 4096;

/**
 * What openings read beside the admission of a plan: the records that count elsewhere than as filed, by where; what is shown of each
 * record; its owners, where they count; and the parties of holders. `admission` names the rows that are asked for; `changed`: that they are not all.
 */
export function openingParts(plan: AdmissionPlan, admission: string, changed: boolean): OpeningRelation[] {
  const ordered = (sql: string, order: string) => `SELECT * FROM (\n${sql}\n) AS part\nORDER BY ${order}`;
  const only = changed ? admission : null;
  const lookedUp = (name: string, sql: string, whole: boolean) => ({ name, sql, groupRows: lookedUpRows, whole });
  return [
    ...[...placedAttributions(plan)].map(([name, attribution]) => ({
      name,
      sql: ordered(placedSql(attribution, plan, admission, only), `${byPlace}, stage NULLS FIRST`),
      groupRows: admissionGroupRows,
      whole: false,
    })),
    lookedUp('admission_card', ordered(cardSql(plan, only), 'record_number, id'), false),
    ...(plan.definitions.some(({ definition }) => definition.attribution.at !== 'filing')
      ? [lookedUp('admission_owner', ordered(ownerCardSql(only), 'record_number, id, stage, position'), false)]
      : []),
    lookedUp('party_of_key', ordered(partyOfKeySql, 'key_number, key'), true),
  ];
}
