import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const text = readFileSync(join(import.meta.dirname, '../../../foundation/rights/src/policy-text.ts'), 'utf8');
const lines = text
  .slice(text.indexOf('`') + 1, text.lastIndexOf('`'))
  .trim()
  .split('\n');
const columns = lines[0]?.trim().split(/\s+/) ?? [];

/** The sign of the policy for a permission and a column, read from its text: `+`, `a`, `o`, `s`, `4` or `.`. */
export function policySign(permission: string, column: string): string {
  const cells = lines.map((line) => line.trim().split(/\s+/)).find(([name]) => name === permission);
  const sign = cells?.[columns.indexOf(column)];
  if (sign === undefined) throw new Error(`the policy says nothing of ${permission} for ${column}`);
  return sign;
}

/** Whether the policy allows it, where `met` are the conditions that the question meets. */
export function allows(permission: string, column: string, met: string): boolean {
  const sign = policySign(permission, column);
  return sign === '+' || met.includes(sign);
}
