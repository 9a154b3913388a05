import type { LoadResult } from '@zhiheng/records';
import type { FaultReport } from '@zhiheng/vocabulary';
import type { LoadFaultsAnswer } from '../answers.js';
import { withoutQuote } from '../names/quoted-faults.js';
import { runningJobs } from '../running-jobs.js';
import { type Command, done } from './command.js';

/**
 * What was wrong with files of a load that runs no more, with what was found in them: for whoever began it. Throws `not-found`, for the
 * load of someone else too.
 */
export const loadFaults: Command<{ id: string }, LoadFaultsAnswer> = async ({ id }, { office, actor, scope }) => {
  const end = runningJobs(office).endOf(id, 'load', actor.person);
  const result = end?.json as LoadResult | null | undefined;
  const shown = (report: FaultReport) => (scope.personal === 'masked' ? withoutQuote(report) : report);
  const files = (result?.files ?? []).flatMap(({ path, error }) =>
    error === undefined ? [] : [{ path, error: shown(error) }],
  );
  return done({ fault: end?.fault ? shown(end.fault) : null, files });
};
