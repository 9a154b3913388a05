export type { AccountState } from './account-state.js';
export {
  type Account,
  disableAccount,
  enableAccount,
  leaveAccount,
  listAccounts,
} from './accounts.js';
export { actorOf, type Credential, type Recognised } from './actor-of.js';
export { changePassword, type PasswordChange } from './change-password.js';
export type { Delegation } from './delegation.js';
export { actFor, endDelegation, giveDelegation, listDelegations, type NewDelegation } from './delegations.js';
export { hasAdministrator, inviteFirstAdministrator } from './first-administrator.js';
export { inviteAccount, type NewAccount, useLink } from './invitations.js';
export { type ApiKey, createKey, listKeys, type NewApiKey, revokeKey } from './keys.js';
export type { OneTimeLink } from './links.js';
export { accountMigrations } from './migrations.js';
export { type Organisation, type OrganisationKind, organisationKinds, subtree } from './organisation-tree.js';
export {
  addOrganisation,
  closeOrganisation,
  listOrganisations,
  moveOrganisation,
  type NewOrganisation,
  seedOrganisations,
} from './organisations.js';
export { correctPerson, erasePerson, type Person, readOwnPerson, readPersons } from './persons.js';
export { readOrganisationList } from './read-organisations.js';
export { renewalFlow, renewalFlowName } from './renewal-flow.js';
export {
  type AskedRenewal,
  confirmRenewal,
  listRenewals,
  type Renewal,
  renewLink,
  turnDownRenewal,
} from './renewals.js';
export { roleFlows, roleGrantFlow } from './role-flow.js';
export { type Areas, type GrantState, type NewGrant, type RoleGrant, rolesOfTwo } from './role-grant.js';
export { confirmRole, giveRole, listRoles, turnDownRole, withdrawRole } from './roles.js';
export type { AccountsRoom, Doer } from './room.js';
export { listSessions, type Session, signOut, signOutEverywhere } from './sessions.js';
export { type AccountSettings, defaultSettings } from './settings.js';
export { type SignedIn, signIn } from './sign-in.js';
export type { ThrottleRule } from './throttle.js';
