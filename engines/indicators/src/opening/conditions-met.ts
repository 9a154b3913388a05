import type { Dialect } from '@zhiheng/expressions';
import type { ComputedDefinition } from '../definition.js';

/** SQL of the conditions of a stock that a record meets, out of `met`: their ids with a sign between, blank for none; null: there are none. */
export function conditionsMetSql(definition: ComputedDefinition, dialect: Dialect): string | null {
  if (definition.kind !== 'stock' || definition.conditions.length === 0) return null;
  const each = definition.conditions.map(({ id }, index) => {
    const bit = String(1n << BigInt(index));
    return `CASE WHEN ${dialect.sharedBits('met', bit)} = ${bit} THEN ${dialect.text(`${conditionSeparator}${id}`)} ELSE '' END`;
  });
  return `substr(${each.join(' || ')}, 2)`;
}

/** The ids behind such a text. */
export function conditionsMet(text: string): string[] {
  return text === '' ? [] : text.split(conditionSeparator);
}

/** As between two conditions of a breakdown; no id of a condition holds it. */
const conditionSeparator = '+';
