export { covers } from './cover.js';
export { type MatrixRow, matrix } from './matrix.js';
export { demandRight, type Facts, mayDo, type Ruling } from './may-do.js';
export { mightDo } from './might-do.js';
export type { PermissionEntry } from './permission.js';
export { isPermission, type Permission, permissionNames, permissions } from './permissions.js';
export { type Holder, holders, type Outcome } from './policy.js';
export { type Refusal, refusals } from './refusal.js';
export { scopeOf } from './scope-of.js';
