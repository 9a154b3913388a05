import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { RunningJob } from '@zhiheng/office';
import { useEffect, useState } from 'react';
import { recordsKey, runningKey, runningQuery } from '../api/data-queries.js';
import { address } from '../api/fetch-json.js';
import { officeQuery } from '../api/queries.js';

/** How often it is asked while the server tells nothing by itself. */
const pollMilliseconds = 1500;

/**
 * Heavy work of the office, the newest first, as it changes: told by the server, asked for where it cannot tell. What a
 * job may have changed is read again when it has ended. Nothing is asked without the right to it.
 */
export function useRunning(allowed: boolean): readonly RunningJob[] {
  const queries = useQueryClient();
  const [told, setTold] = useState(true);
  const { data = [] } = useQuery({
    ...runningQuery(),
    enabled: allowed,
    refetchInterval: told ? false : pollMilliseconds,
    staleTime: 0,
  });
  useEffect(() => {
    if (!allowed) return undefined;
    const events = new EventSource(address('running/events'));
    events.addEventListener('open', () => setTold(true));
    events.addEventListener('error', () => setTold(false));
    events.addEventListener('job', (event: MessageEvent<string>) => {
      const job = JSON.parse(event.data) as RunningJob;
      queries.setQueryData<RunningJob[]>(runningKey, (before) => withJob(before ?? [], job));
    });
    return () => events.close();
  }, [queries, allowed]);
  const ended = data
    .filter(({ endedAt }) => endedAt !== null)
    .map(({ id }) => id)
    .join();
  useEffect(() => {
    if (ended === '') return;
    void queries.invalidateQueries({ queryKey: [recordsKey] });
    void queries.invalidateQueries({ queryKey: officeQuery().queryKey });
  }, [queries, ended]);
  return data;
}

function withJob(jobs: readonly RunningJob[], job: RunningJob): RunningJob[] {
  const known = jobs.some(({ id }) => id === job.id);
  return known ? jobs.map((one) => (one.id === job.id ? job : one)) : [job, ...jobs];
}
