import type { RunningJob } from '@zhiheng/office';
import { useWords } from '../../words/words.js';
import { JobRow } from './JobRow.js';

/** What ended is told for this many jobs; the lasting history stands below. */
const endedShown = 5;

/** Heavy work that runs or has just ended, whoever asked for it. */
export function RunningWork({ jobs }: { readonly jobs: readonly RunningJob[] }) {
  const { word } = useWords();
  const running = jobs.filter(({ endedAt }) => endedAt === null);
  const ended = jobs.filter(({ endedAt }) => endedAt !== null).slice(0, endedShown);
  if (running.length + ended.length === 0) return null;
  return (
    <section className="block">
      <h2>{word('running.heading')}</h2>
      <ul className="jobs" aria-live="polite">
        {[...running, ...ended].map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </ul>
    </section>
  );
}
