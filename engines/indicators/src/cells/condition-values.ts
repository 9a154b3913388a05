import type { PlannedDefinition } from '../admission/admission-plan.js';
import type { StockCondition, StockDefinition } from '../definition.js';
import type { RecordSession } from '../session.js';

/** `condition_value`: for every set of conditions that a record can meet, each of them, and each two. */
export async function registerConditions(session: RecordSession, planned: readonly PlannedDefinition[]): Promise<void> {
  const rows = planned.flatMap(({ definition }) =>
    definition.kind === 'stock' && definition.conditions.length > 0 ? conditionRows(definition) : [],
  );
  await session.registerTable('condition_value', { definition: 'text', met: 'integer', value: 'text' }, rows);
}

function conditionRows({ id, conditions }: StockDefinition): (readonly [string, number, string])[] {
  const values = conditionValues(conditions);
  return Array.from({ length: 2 ** conditions.length - 1 }, (_, index) => index + 1).flatMap((met) =>
    values.filter(({ bits }) => (met & bits) === bits).map(({ value }) => [id, met, value] as const),
  );
}

/** What records can meet of the conditions of a stock: each of them, and each two; the bits of both in a set of conditions. */
export function conditionValues(conditions: readonly Pick<StockCondition, 'id'>[]) {
  return [
    ...conditions.map(({ id }, index) => ({ bits: 2 ** index, value: id })),
    ...conditions.flatMap((one, index) =>
      conditions.slice(index + 1).map((other, behind) => ({
        bits: 2 ** index + 2 ** (index + 1 + behind),
        value: `${one.id}+${other.id}`,
      })),
    ),
  ];
}
