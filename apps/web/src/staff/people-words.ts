import { type Role, roles } from '@zhiheng/vocabulary';

/** Message ids of roles, with the local operator's column in the table of rights. */
export const roleWords: Readonly<Record<Role | 'operator', string>> = {
  operator: 'role.operator',
  planner: 'role.planner',
  statistician: 'role.statistician',
  screener: 'role.screener',
  decider: 'role.decider',
  reviewer: 'role.reviewer',
  'case-officer': 'role.case-officer',
  region: 'role.region',
  auditor: 'role.auditor',
  administrator: 'role.administrator',
  public: 'role.public',
};

/** Roles that an account can be given. */
export const givenRoles = roles.filter((role) => role !== 'public');

/** Roles that one person proposes and another confirms. */
export const rolesOfTwo: readonly Role[] = ['administrator', 'auditor', 'decider'];

export const accountStateWords: Readonly<Record<string, string>> = {
  invited: 'account-state.invited',
  active: 'account-state.active',
  disabled: 'account-state.disabled',
  left: 'account-state.left',
};

export const grantStateWords: Readonly<Record<string, string>> = {
  proposed: 'grant-state.proposed',
  granted: 'grant-state.granted',
  'turned-down': 'grant-state.turned-down',
  withdrawn: 'grant-state.withdrawn',
  lapsed: 'grant-state.lapsed',
};

export const organisationKindWords: Readonly<Record<string, string>> = {
  'national-office': 'organisation-kind.national-office',
  department: 'organisation-kind.department',
  province: 'organisation-kind.province',
  bingtuan: 'organisation-kind.bingtuan',
  city: 'organisation-kind.city',
  centre: 'organisation-kind.centre',
  agency: 'organisation-kind.agency',
};
