import type { AskedRoute } from './asked-route.js';

/** Requests about clues; see `askedRoutes`. */
export const askedScreeningRoutes: Readonly<Record<string, AskedRoute>> = {
  'POST /api/screening/runs': { needs: 'screening:run', body: { release: 'none' } },
  'POST /api/screening/rules/check': { needs: 'screening:run', body: { text: 'x' } },
  'GET /api/screening/overview': { needs: 'screening:read', met: 'a' },
  'GET /api/screening/compare': { needs: 'screening:read', met: 'a', url: '/api/screening/compare?a=none&b=none' },
  'GET /api/screening/groups/:id': { needs: 'screening:read', met: 'a', url: '/api/screening/groups/none' },
  'GET /api/screening/clues.csv': { needs: 'screening:export', met: 'a' },
  'GET /api/screening/groups/:id/members.csv': {
    ...{ needs: 'screening:export', met: 'a', url: '/api/screening/groups/none/members.csv' },
  },
  'GET /api/screening/pairs': { needs: 'screening:read', met: 'a' },
  'GET /api/screening/groups': { needs: 'screening:read', met: 'a' },
  'GET /api/screening/clues': { needs: 'screening:read', met: 'a' },
  'GET /api/screening/:id': { needs: 'screening:read', met: 'a', url: '/api/screening/none' },
};
