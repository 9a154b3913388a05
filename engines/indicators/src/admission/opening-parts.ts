import { hasConditions, stagesOf } from '../cells/cell-groups.js';
import type { StockDefinition } from '../definition.js';
import { itself } from '../record/owner-joins.js';
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
  /** Whether it is made of the admission; else of the tables alone. */
  readonly ofAdmission: boolean;
}

const lookedUpRows = 8192;

/** How cards lie in a file: their order, and rows that are packed together. */
export const recordCards = { order: 'filed_number, record_number, id', groupRows: lookedUpRows } as const;

/** The relation of the stages of a stock by where their records lie. */
export function lyingStages(definition: StockDefinition): string {
  return `lying_${stagesOf(definition)}`;
}

/**
 * What openings read beside the admission of a plan: the records that count elsewhere than as filed, by where; what is shown of each
 * record; its owners, where they count; the stages of stocks with conditions, by where their records lie; and the parties of holders that are
 * others now. `admission` names the rows that are asked for, `tables` what stands for the stages; `changed`: their records, where they are not all.
 */
export function openingParts(plan: AdmissionPlan, admission: string, changed: ChangedIds | null): OpeningRelation[] {
  const tables = changed?.tables ?? itself;
  const ordered = (sql: string, order: string) => `SELECT * FROM (\n${sql}\n) AS part\nORDER BY ${order}`;
  const lookedUp = (name: string, sql: string) => ({ name, sql, groupRows: lookedUpRows, ofAdmission: false });
  return [
    ...[...placedAttributions(plan)].map(([name, attribution]) => ({
      name,
      sql: ordered(placedSql(attribution, plan, admission, changed), `${byPlace}, stage NULLS FIRST`),
      groupRows: admissionGroupRows,
      ofAdmission: true,
    })),
    ...plan.definitions.flatMap(({ definition }) =>
      hasConditions(definition)
        ? [
            {
              name: lyingStages(definition),
              sql: ordered(
                `SELECT a.place_number AS filed_number, stage.id, stage.condition_from, stage.condition_until, stage.met
FROM ${tables(stagesOf(definition))} AS stage JOIN ${admission} AS a ON a.id = stage.id`,
                'filed_number, id, condition_from NULLS FIRST',
              ),
              groupRows: admissionGroupRows,
              ofAdmission: true,
            },
          ]
        : [],
    ),
    // The records of a page are mostly those of one area, so that they lie in few groups.
    lookedUp('record_card', ordered(cardSql(plan, changed), recordCards.order)),
    ...(plan.definitions.some(({ definition }) => definition.attribution.at !== 'filing')
      ? [lookedUp('admission_owner', ordered(ownerCardSql(changed), 'record_number, id, stage, position'))]
      : []),
    ...(changed === null ? [] : [lookedUp('party_of_key', ordered(partyOfKeySql(changed), 'key_number, key'))]),
  ];
}
