import type { AskedRoute } from './asked-route.js';

/** Requests about limits that change within the year; see `askedRoutes`. */
export const askedTargetRoutes: Readonly<Record<string, AskedRoute>> = {
  'GET /api/programmes/:id/targets/:target/history': {
    needs: 'verdicts:read-published',
    url: '/api/programmes/2023/targets/T1/history',
  },
  'POST /api/programmes/:id/targets/:target/revisions': {
    needs: 'targets:revise',
    url: '/api/programmes/none/targets/T1/revisions',
    body: { limit: 1, from: '2023-07-01', reason: 'x' },
  },
  'POST /api/programmes/:id/targets/:target/overlays': {
    needs: 'targets:overlay',
    url: '/api/programmes/none/targets/T1/overlays',
    body: { limit: 1, from: '2023-07-01', reason: 'x', area: '990000' },
  },
  'GET /api/target-changes': { needs: 'targets:read-proposals', met: 'a' },
  'POST /api/target-changes/:change/accept': {
    needs: 'targets:accept',
    url: '/api/target-changes/none/accept',
    body: {},
  },
  'POST /api/target-changes/:change/return': {
    needs: 'targets:return',
    url: '/api/target-changes/none/return',
    body: { reason: 'x' },
  },
  'POST /api/target-changes/:change/withdraw': {
    needs: 'targets:overlay',
    url: '/api/target-changes/none/withdraw',
    body: { reason: 'x' },
  },
};
