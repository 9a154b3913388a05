import type { LocalizedText } from '@zhiheng/vocabulary';
import { type Permission, permissions } from './permissions.js';
import { type Holder, holders, type Outcome, outcomeFor } from './policy.js';

/** A row of the table of rights, with each column's outcome. */
export interface MatrixRow {
  readonly permission: Permission;
  readonly description: LocalizedText;
  readonly inPerson: boolean;
  readonly outcomes: Readonly<Record<Holder, Outcome>>;
}

/** Every permission with what the policy gives to the local operator and to each role, for a page and for tests. */
export function matrix(): MatrixRow[] {
  return (Object.keys(permissions) as Permission[]).map((permission) => ({
    permission,
    description: permissions[permission].description,
    inPerson: permissions[permission].inPerson === true,
    outcomes: Object.fromEntries(holders.map((holder) => [holder, outcomeFor(permission, holder)])) as Record<
      Holder,
      Outcome
    >,
  }));
}
