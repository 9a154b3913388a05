import { describeKeysAndDelegations } from './describe-keys-and-delegations.js';
import { describeRoles } from './describe-roles.js';
import { describeSignIn } from './describe-sign-in.js';

describeSignIn('SQLite');
describeRoles('SQLite');
describeKeysAndDelegations('SQLite');
