import type { RunningJob } from '@zhiheng/office';
import { useWords } from '../../words/words.js';
import type { PageView } from '../page-view.js';
import { LoadForm } from './LoadForm.js';
import { PastLoads } from './PastLoads.js';
import { RunningWork } from './RunningWork.js';

export interface LoadsPanelProps {
  readonly view: PageView;
  readonly jobs: readonly RunningJob[];
  readonly mayLoad: boolean;
}

/** Bringing files in, the work that runs, and the loads that stand. */
export function LoadsPanel({ view, jobs, mayLoad }: LoadsPanelProps) {
  const { word } = useWords();
  return (
    <>
      {mayLoad ? (
        <section className="block">
          <h2>{word('loads.bring')}</h2>
          <LoadForm />
        </section>
      ) : null}
      <RunningWork jobs={jobs} />
      <section className="block">
        <h2>{word('loads.past')}</h2>
        <PastLoads view={view} />
      </section>
    </>
  );
}
