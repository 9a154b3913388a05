/** How a command is asked in the matrix: by hand, from the design. `met`: see `AskedRoute`. */
export interface AskedCommand {
  readonly needs: string;
  readonly met?: string;
  readonly input?: object;
}

const none = { id: 'none' };
const nobody = { account: 'nobody' };
const figure = { indicator: 'patent-grants', area: 'ALL', period: '2023', origin: 'computed' };

/** Commands that change nothing even where they are allowed: what they name is not there, or is wrong. */
export const askedCommands: Readonly<Record<string, AskedCommand>> = {
  'account-disable': { needs: 'accounts:disable', input: nobody },
  'account-enable': { needs: 'accounts:disable', input: nobody },
  'account-erase': { needs: 'personal-data:erase', input: nobody },
  'account-invite': {
    needs: 'accounts:invite',
    input: { id: 'No Name', organisation: 'law', person: { displayName: 'x', mail: null, phone: null } },
  },
  'account-leave': { needs: 'accounts:leave', input: nobody },
  'account-link': { needs: 'accounts:invite', input: nobody },
  'account-list': { needs: 'accounts:read', met: 'o' },
  'account-sign-out': { needs: 'accounts:sign-out', input: nobody },
  'act-for': { needs: 'own-account:read', met: 's', input: nobody },
  areas: { needs: 'areas:read' },
  'audit-anchor': { needs: 'acts:anchor', input: { file: '/no/such/folder/anchors' } },
  'audit-list': { needs: 'acts:read' },
  'audit-verify': { needs: 'acts:verify' },
  'calendar-import': { needs: 'calendar:change', input: { text: 'x', name: 'x', why: 'x' } },
  'calendar-set': {
    needs: 'calendar:change',
    input: { date: '2026-02-30', kind: 'week', name: 'x', source: 'x', why: 'x' },
  },
  'calendar-show': { needs: 'calendar:read' },
  cancel: { needs: 'running:cancel', input: none },
  compute: { needs: 'vintages:compute', input: { release: 'none' } },
  coverage: { needs: 'coverage:read' },
  deadline: { needs: 'calendar:read', input: { from: '2026-02-02', workingDays: 3 } },
  'delegation-end': { needs: 'delegations:end', input: none },
  'delegation-give': {
    needs: 'delegations:give',
    met: 's',
    input: { receiver: 'nobody', roles: [], from: '2026-12-01', to: '2026-12-02' },
  },
  'delegation-list': { needs: 'delegations:read', met: 's' },
  doctor: { needs: 'doctor:run' },
  figure: { needs: 'figures:read-published', input: { indicator: 'patent-grants' } },
  'gi-list': { needs: 'gi:read' },
  'indicator-check': { needs: 'indicators:check', input: { path: '/no/such/file' } },
  'indicator-list': { needs: 'indicators:read' },
  'indicator-show': { needs: 'indicators:read', input: { id: 'patent-grants' } },
  'key-create': { needs: 'keys:create', met: 's', input: { label: '', permissions: [], expiresOn: '2026-12-31' } },
  'key-revoke': { needs: 'keys:revoke', met: 's', input: { prefix: 'none' } },
  'link-use': { needs: 'invitation:accept', input: { token: 'zhl_none', password: 'nothing at all' } },
  load: { needs: 'loads:start', input: { paths: ['/no/such/file'] } },
  'load-preview': { needs: 'loads:prepare', input: { path: '/no/such/file' } },
  'load-propose': { needs: 'loads:prepare', input: { path: '/no/such/file' } },
  loads: { needs: 'loads:read' },
  'my-work': { needs: 'my-work:read', met: 's' },
  'notice-read': { needs: 'notices:mark-read', met: 's', input: none },
  office: { needs: 'office:read' },
  'org-add': {
    needs: 'organisations:add',
    input: { ...none, parent: 'nowhere', kind: 'agency', names: {}, area: null },
  },
  'org-close': { needs: 'organisations:close', input: none },
  'org-list': { needs: 'organisations:read' },
  'org-move': { needs: 'organisations:move', input: { ...none, parent: 'nowhere' } },
  overview: { needs: 'verdicts:read-published', input: { programme: '2023' } },
  'own-account': { needs: 'own-account:read', met: 's' },
  'password-change': {
    needs: 'own-account:change-password',
    met: 's',
    input: { current: 'nothing at all', next: 'short' },
  },
  'quarantine-fix': { needs: 'quarantine:fix', input: { ...none, text: 'x' } },
  'quarantine-list': { needs: 'quarantine:read' },
  'quarantine-page': { needs: 'quarantine:read' },
  'quarantine-show': { needs: 'quarantine:read', input: none },
  records: { needs: 'records:read', met: 'a', input: figure },
  'release-collect': { needs: 'releases:collect' },
  'release-create': { needs: 'releases:create', input: { name: 'no name!' } },
  'release-diff': { needs: 'releases:read', input: { a: 'none', b: 'none' } },
  'release-list': { needs: 'releases:read' },
  'release-show': { needs: 'releases:read', input: { name: 'none' } },
  'release-verify': { needs: 'releases:verify', input: { name: 'none' } },
  'rights-matrix': { needs: 'rights:read' },
  'role-confirm': { needs: 'roles:confirm', input: { grant: 'none' } },
  'role-give': {
    needs: 'roles:grant',
    met: '4',
    input: { ...nobody, role: 'planner', areas: 'everywhere', from: '2026-01-01', to: null },
  },
  'role-list': { needs: 'accounts:read' },
  'role-turn-down': { needs: 'roles:withdraw', input: { grant: 'none' } },
  'role-withdraw': { needs: 'roles:withdraw', input: { grant: 'none' } },
  running: { needs: 'running:read' },
  session: { needs: 'pages:read' },
  'session-end': { needs: 'own-sessions:end', met: 's', input: { session: 'none' } },
  'sign-in': { needs: 'session:sign-in', input: { name: 'nobody', password: 'nothing at all' } },
  'sign-out': { needs: 'session:sign-out' },
  'sign-out-all': { needs: 'own-sessions:end', met: 's' },
  synthesise: { needs: 'synthetic:make', input: { patents: -1, seed: 1, out: '/no/such/folder' } },
  verdicts: { needs: 'verdicts:read-published' },
  'vintage-list': { needs: 'vintages:read' },
};

/** Some answers written out in full: who gets in, the local operator among them. */
export const writtenOutCommands: Readonly<Record<string, readonly string[]>> = {
  doctor: ['operator', 'administrator'],
  compute: ['operator', 'planner', 'statistician'],
  'audit-verify': ['operator', 'auditor', 'administrator'],
  'own-account': [
    'planner',
    'statistician',
    'screener',
    'decider',
    'reviewer',
    'case-officer',
    'region',
    'auditor',
    'administrator',
  ],
  'role-confirm': [],
  'role-give': ['operator', 'administrator'],
  'release-collect': ['operator', 'administrator'],
};
