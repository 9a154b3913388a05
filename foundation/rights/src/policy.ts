import { OwnFault, type Role, roles } from '@zhiheng/vocabulary';
import { isPermission, type Permission } from './permissions.js';
import { policyText } from './policy-text.js';

/** Under what condition a permission is given; `denied`: never. */
export type Outcome = 'always' | 'own-area' | 'own-organisation' | 'own' | 'another-person' | 'denied';

/** A column of the policy: the local operator, or a role. */
export type Holder = 'operator' | Role;

const outcomes: Readonly<Record<string, Outcome>> = {
  '+': 'always',
  a: 'own-area',
  o: 'own-organisation',
  s: 'own',
  4: 'another-person',
  '.': 'denied',
};

/** The columns of the policy in their order. */
export const holders: readonly Holder[] = ['operator', ...roles];

const policy = readPolicy(policyText);

/** What the policy gives to a column; anything that it does not name is denied. */
export function outcomeFor(permission: string, holder: string): Outcome {
  return policy.get(permission)?.get(holder) ?? 'denied';
}

function readPolicy(text: string): ReadonlyMap<string, ReadonlyMap<string, Outcome>> {
  const [heading = '', ...lines] = text.trim().split('\n');
  const columns = heading.split(/\s+/).slice(1);
  if (columns.join() !== holders.join())
    throw new OwnFault('the columns of the policy are not the operator and the roles');
  const read = new Map<Permission, ReadonlyMap<string, Outcome>>();
  for (const line of lines) {
    const [permission = '', ...symbols] = line.split(/\s+/);
    if (!isPermission(permission) || read.has(permission)) throw new OwnFault(`a row of the policy: ${permission}`);
    if (symbols.length !== columns.length) throw new OwnFault(`the number of columns of ${permission}`);
    read.set(permission, new Map(columns.map((column, index) => [column, outcomeOf(symbols[index], permission)])));
  }
  return read;
}

function outcomeOf(symbol: string | undefined, permission: string): Outcome {
  const outcome = outcomes[symbol ?? ''];
  if (outcome === undefined) throw new OwnFault(`the symbol ${String(symbol)} in the policy at ${permission}`);
  return outcome;
}
