import { queryOptions, useQuery } from '@tanstack/react-query';
import type { SessionAnswer } from '@zhiheng/office';
import { address, fetchJson } from './fetch-json.js';

type Permission = SessionAnswer['mayDo'][number];

/** Everything about people that an act may change begins with this key. */
export const peopleKey = 'people';

export const sessionQuery = () =>
  queryOptions({
    queryKey: [peopleKey, 'session'],
    queryFn: ({ signal }) => fetchJson<SessionAnswer>(address('session'), signal),
  });

/** Who asks, and what this one may do; undefined until the server has told. */
export function useSession(): SessionAnswer | undefined {
  return useQuery(sessionQuery()).data;
}

/** True when at least one of the permissions is given. */
export function may(session: SessionAnswer | undefined, ...permissions: readonly Permission[]): boolean {
  return session !== undefined && permissions.some((permission) => session.mayDo.includes(permission));
}
