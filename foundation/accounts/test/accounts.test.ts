import { describeKeysAndDelegations } from './describe-keys-and-delegations.js';
import { describeRenewals } from './describe-renewals.js';
import { describeRoleFlow } from './describe-role-flow.js';
import { describeRoles } from './describe-roles.js';
import { describeSignIn } from './describe-sign-in.js';

describeSignIn('SQLite');
describeRoles('SQLite');
describeRoleFlow('SQLite');
describeRenewals('SQLite');
describeKeysAndDelegations('SQLite');
