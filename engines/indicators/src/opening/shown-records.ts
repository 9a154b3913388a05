import type { Dialect } from '@zhiheng/expressions';
import { ofRecords } from '../admission/record-number.js';
import { isSeveral, ownerStages, stageOn } from '../record/owner-joins.js';
import { type Owned, recordRelation } from '../record/record-relation.js';
import type { AdmissionSource } from './opening-request.js';
import { shownAs } from './opening-sql.js';

/** SQL of what is shown of records: `only` these (SQL of their ids), or null, all. */
export function shownRecords(
  columns: readonly string[],
  owned: Owned | null,
  only: string | null,
  dialect: Dialect,
): string {
  return `SELECT ${columns.map(shownAs).join(', ')}
FROM (
${recordRelation(columns, { owned, dialect, ...(only === null ? {} : { only }) })}
) AS record`;
}

/** A record of a page, and the number of the area by which its card lies. */
export interface PagedRecord {
  readonly id: string;
  readonly filed_number: number;
}

/** Views of cards: of all, and those that lie apart, each from a number of an area on; and the view of owners beside them. */
interface CardRelations {
  readonly cards: string;
  readonly from: NonNullable<AdmissionSource['cardsFrom']>;
  readonly owners: string | null;
}

/** Where the cards of a page lie: in one of those that lie apart, or in several. */
function cardsOfPage({ cards, from }: CardRelations, page: readonly PagedRecord[]): string {
  const lying = page.map(({ filed_number: number }) => from.findLast((one) => one.from <= number)?.relation ?? cards);
  const [first = cards, ...others] = new Set(lying);
  return others.length === 0 ? first : cards;
}

/** The same of a few records, out of their cards. */
export function shownCards(
  columns: readonly string[],
  owned: Owned | null,
  relations: CardRelations,
  page: readonly PagedRecord[],
  dialect: Dialect,
): string {
  const { owners } = relations;
  const ids = page.map(({ id }) => id);
  const these = ofRecords(ids, dialect);
  const ownersOf = (table: string) =>
    owners === null
      ? `(SELECT * FROM ${table} WHERE id IN (${ids.map((id) => dialect.text(id)).join(', ')}))`
      : `(SELECT * FROM ${owners} WHERE ${these})`;
  const stages = owned === null || owned.stages === 'all' ? null : owned.stages;
  const day = stages === null ? null : stages.openOn.startsWith('DATE ') ? stages.openOn : `card.${stages.openOn}`;
  const joins = [
    ...(owned === null || day === null
      ? []
      : [
          `LEFT JOIN (\n${ownerStages(owned.attribution.holder, ownersOf, dialect)}\n) AS owner ON owner.id = card.id AND ${stageOn(day)}`,
        ]),
  ];
  const joint = owned !== null && isSeveral(owned.attribution.holder) ? ['card.joint_areas'] : [];
  const places = [...(day === null ? [] : ['owner.areas']), ...joint, 'card.area'];
  const derived: Readonly<Record<string, string>> = {
    owner: 'coalesce(owner.name, card.holder) AS owner',
    place: `coalesce(${places.join(', ')}) AS counted_in`,
  };
  return [
    `SELECT ${columns.map((name) => derived[name] ?? `card.${name}`).join(', ')}`,
    `FROM (SELECT * FROM ${cardsOfPage(relations, page)} WHERE ${ofRecords(
      ids,
      dialect,
      page.map((record) => record.filed_number),
    )}) AS card`,
    ...joins,
  ].join('\n');
}
