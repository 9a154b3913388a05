import type { SessionAnswer } from '@zhiheng/office';

type Permissions = SessionAnswer['mayDo'];

/** A right of these opens the Data page. */
export const dataRights: Permissions = [
  'loads:read',
  'quarantine:read',
  'checks:read',
  'areas:review',
  'parties:read',
  'releases:read',
  'coverage:read',
];

/** A right of these opens the administration. */
export const administrationRights: Permissions = ['organisations:read', 'rights:read', 'acts:read', 'calendar:read'];
