/** How a route is asked in the matrix: by hand, from the design, not from the routes. */
export interface AskedRoute {
  /** The right that the design gives the route. */
  readonly needs: string;
  /** Signs of conditions that this very request meets: `a` own area, `o` own organisation, `s` one's own, `4` another person. */
  readonly met?: string;
  /** The address asked where it is not the pattern itself. */
  readonly url?: string;
  readonly body?: object | string;
  /** Asked last: it ends the session. */
  readonly last?: true;
}

const nobody = { account: 'nobody' };
const calendarDay = { kind: 'holiday', name: '元旦', source: '通知', why: '试' };

/** Requests that change nothing even where they are allowed: what they name is not there, or is wrong. */
export const askedRoutes: Readonly<Record<string, AskedRoute>> = {
  'GET /api/health': { needs: 'health:read' },
  'GET /api/office': { needs: 'office:read' },
  'GET /api/programmes/:id/overview': { needs: 'verdicts:read-published', url: '/api/programmes/2023/overview' },
  'GET /api/indicators': { needs: 'indicators:read' },
  'GET /api/indicators/:id': { needs: 'indicators:read', url: '/api/indicators/patent-grants' },
  'GET /api/areas': { needs: 'areas:read' },
  'GET /api/figures': { needs: 'figures:read-published', url: '/api/figures?indicator=patent-grants&area=CN' },
  'GET /api/figures.csv': { needs: 'figures:read-published', url: '/api/figures.csv?indicator=patent-grants&area=CN' },
  'GET /api/records': {
    needs: 'records:read',
    met: 'a',
    url: '/api/records?indicator=patent-grants&area=ALL&period=2023&origin=computed',
  },
  'GET /api/records.csv': {
    needs: 'records:export',
    met: 'a',
    url: '/api/records.csv?indicator=patent-grants&area=ALL&period=2023&origin=computed',
  },
  'GET /api/releases': { needs: 'releases:read' },
  'POST /api/releases': { needs: 'releases:create', body: { name: 'no name!' } },
  'GET /api/releases/:name/verify': { needs: 'releases:verify', url: '/api/releases/none/verify' },
  'GET /api/releases/diff': { needs: 'releases:read', url: '/api/releases/diff?a=none&b=none' },
  'GET /api/checks': { needs: 'checks:read', url: '/api/checks?release=none' },
  'GET /api/checks/:id/rows': { needs: 'checks:open', met: 'a', url: '/api/checks/none/rows' },
  'GET /api/coverage': { needs: 'coverage:read' },
  'GET /api/coverage.csv': { needs: 'coverage:export' },
  'GET /api/quarantine': { needs: 'quarantine:read' },
  'GET /api/quarantine/:id': { needs: 'quarantine:read', url: '/api/quarantine/none' },
  'POST /api/quarantine/:id/fix': { needs: 'quarantine:fix', url: '/api/quarantine/none/fix', body: { text: 'x' } },
  'GET /api/running': { needs: 'running:read' },
  'DELETE /api/running/:id': { needs: 'running:cancel', url: '/api/running/none' },
  'GET /api/running/events': { needs: 'running:read' },
  'GET /api/loads': { needs: 'loads:read' },
  'POST /api/loads': { needs: 'loads:start', body: { uploads: ['none'] } },
  'POST /api/uploads': { needs: 'loads:prepare', url: '/api/uploads?name=a.csv', body: 'n,k\n' },
  'POST /api/uploads/:id/preview': { needs: 'loads:prepare', url: '/api/uploads/none/preview', body: {} },
  'DELETE /api/uploads/:id': { needs: 'loads:prepare', url: '/api/uploads/none' },
  'GET /api/session': { needs: 'pages:read' },
  'POST /api/session': { needs: 'session:sign-in', body: { name: 'nobody', password: 'nothing at all' } },
  'DELETE /api/session': { needs: 'session:sign-out', last: true },
  'PUT /api/session/acting-for': { needs: 'own-account:read', met: 's', body: nobody },
  'DELETE /api/sessions/:id': { needs: 'own-sessions:end', met: 's', url: '/api/sessions/none' },
  'POST /api/links': { needs: 'invitation:accept', body: { token: 'zhl_none', password: 'nothing at all' } },
  'GET /api/own-account': { needs: 'own-account:read', met: 's' },
  'PUT /api/own-account/password': {
    needs: 'own-account:change-password',
    met: 's',
    body: { current: 'nothing at all', next: 'short' },
  },
  'DELETE /api/own-account/sessions': { needs: 'own-sessions:end', met: 's', last: true },
  'POST /api/keys': { needs: 'keys:create', met: 's', body: { label: '', permissions: [], expiresOn: '2026-12-31' } },
  'DELETE /api/keys/:prefix': { needs: 'keys:revoke', met: 's', url: '/api/keys/none' },
  'POST /api/delegations': {
    needs: 'delegations:give',
    met: 's',
    body: { receiver: 'nobody', roles: [], from: '2026-12-01', to: '2026-12-02' },
  },
  'DELETE /api/delegations/:id': { needs: 'delegations:end', url: '/api/delegations/none' },
  'GET /api/organisations': { needs: 'organisations:read' },
  'POST /api/organisations': {
    needs: 'organisations:add',
    body: {
      id: 'new',
      parent: 'nowhere',
      kind: 'department',
      names: { 'zh-Hans': '新', 'zh-Hant': '新', en: 'New' },
      area: null,
    },
  },
  'PUT /api/organisations/:id/parent': {
    needs: 'organisations:move',
    url: '/api/organisations/none/parent',
    body: { parent: 'nowhere' },
  },
  'POST /api/organisations/:id/close': { needs: 'organisations:close', url: '/api/organisations/none/close' },
  'GET /api/accounts': { needs: 'accounts:read', met: 'o' },
  'POST /api/accounts': {
    needs: 'accounts:invite',
    body: { id: 'No Name', organisation: 'law', person: { displayName: 'x', mail: null, phone: null } },
  },
  'POST /api/accounts/:id/link': { needs: 'accounts:invite', url: '/api/accounts/nobody/link' },
  'POST /api/renewals/:renewal/confirm': { needs: 'links:confirm', url: '/api/renewals/none/confirm' },
  'POST /api/renewals/:renewal/turn-down': { needs: 'accounts:invite', url: '/api/renewals/none/turn-down' },
  'POST /api/accounts/:id/disable': { needs: 'accounts:disable', url: '/api/accounts/nobody/disable' },
  'POST /api/accounts/:id/enable': { needs: 'accounts:disable', url: '/api/accounts/nobody/enable' },
  'POST /api/accounts/:id/leave': { needs: 'accounts:leave', url: '/api/accounts/nobody/leave' },
  'POST /api/accounts/:id/erase': { needs: 'personal-data:erase', url: '/api/accounts/nobody/erase' },
  'DELETE /api/accounts/:id/sessions': { needs: 'accounts:sign-out', url: '/api/accounts/nobody/sessions' },
  'GET /api/roles': { needs: 'accounts:read' },
  'POST /api/roles': {
    needs: 'roles:grant',
    met: '4',
    body: { ...nobody, role: 'planner', areas: 'everywhere', from: '2026-01-01', to: null },
  },
  'POST /api/roles/:grant/confirm': { needs: 'roles:confirm', url: '/api/roles/none/confirm' },
  'POST /api/roles/:grant/turn-down': { needs: 'roles:withdraw', url: '/api/roles/none/turn-down' },
  'POST /api/roles/:grant/withdraw': { needs: 'roles:withdraw', url: '/api/roles/none/withdraw' },
  'GET /api/rights': { needs: 'rights:read' },
  'GET /api/acts': { needs: 'acts:read' },
  'POST /api/acts/verify': { needs: 'acts:verify' },
  'POST /api/acts/anchor': { needs: 'acts:anchor' },
  'GET /api/calendar': { needs: 'calendar:read' },
  'PUT /api/calendar/:date': { needs: 'calendar:change', url: '/api/calendar/2026-02-30', body: calendarDay },
  'POST /api/calendar/import': { needs: 'calendar:change', body: { text: 'x', name: 'x', why: 'x' } },
  'GET /api/calendar/deadline': {
    needs: 'calendar:read',
    url: '/api/calendar/deadline?from=2026-02-02&workingDays=3',
  },
  'GET /api/office/settings': { needs: 'settings:read' },
  'PUT /api/office/settings/:name': {
    needs: 'settings:change',
    url: '/api/office/settings/time-zone',
    body: { value: 'Asia/Nowhere', why: 'x' },
  },
  'GET /api/letters': { needs: 'mail:read' },
  'POST /api/letters': { needs: 'mail:send', body: {} },
  'GET /api/my-work': { needs: 'my-work:read', met: 's' },
  'POST /api/notices/:id/read': { needs: 'notices:mark-read', met: 's', url: '/api/notices/none/read' },
  'GET /api/openapi.json': { needs: 'pages:read' },
  'GET /assets/a.js': { needs: 'pages:read' },
  'GET /*': { needs: 'pages:read', url: '/zh-Hans/overview' },
};

/** Some answers written out in full: who gets in. */
export const writtenOut: Readonly<Record<string, readonly string[]>> = {
  'GET /api/figures': [
    'planner',
    'statistician',
    'screener',
    'decider',
    'reviewer',
    'case-officer',
    'region',
    'auditor',
    'administrator',
    'public',
  ],
  'GET /api/records': [
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
  'GET /api/records.csv': ['planner', 'statistician', 'screener', 'decider', 'case-officer', 'region'],
  'POST /api/loads': ['statistician'],
  'POST /api/uploads': ['statistician'],
  'GET /api/running/events': ['planner', 'statistician', 'auditor', 'administrator'],
  'DELETE /api/running/:id': ['statistician', 'administrator'],
  'GET /api/acts': ['auditor', 'administrator'],
  'POST /api/acts/anchor': ['auditor'],
  'POST /api/accounts': ['administrator'],
  'POST /api/roles/:grant/confirm': [],
  'POST /api/renewals/:renewal/confirm': [],
  'DELETE /api/delegations/:id': ['administrator'],
  'PUT /api/calendar/:date': ['administrator'],
  'GET /api/letters': ['auditor', 'administrator'],
  'POST /api/letters': ['administrator'],
  'GET /api/office/settings': ['auditor', 'administrator'],
  'PUT /api/office/settings/:name': ['administrator'],
};
