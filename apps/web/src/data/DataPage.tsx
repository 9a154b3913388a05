import { getRouteApi } from '@tanstack/react-router';
import { Tabs } from '../frame/Tabs.js';
import { usePageHead } from '../words/page-head.js';
import { useWords } from '../words/words.js';
import { CoveragePanel } from './coverage/CoveragePanel.js';
import type { DataState } from './data-state.js';
import { LoadsPanel } from './loads/LoadsPanel.js';
import type { PageView } from './page-view.js';
import { QuarantinePanel } from './quarantine/QuarantinePanel.js';
import { ReleasesPanel } from './releases/ReleasesPanel.js';
import { useRunning } from './useRunning.js';
import '../staff/staff.css';
import './data.css';
import './data-parts.css';

const route = getRouteApi('/$language/data');

/** How records come in, what could not, what is frozen, and what it can know. */
export function DataPage() {
  const { word } = useWords();
  const state = route.useSearch();
  const navigate = route.useNavigate();
  const jobs = useRunning();
  usePageHead(word('nav.data'), word('data.description'));
  const set = (change: DataState) =>
    void navigate({ search: (before) => clean({ ...before, ...change }), resetScroll: false });
  const view: PageView = { state, set };
  const part = state.part ?? 'loads';
  return (
    <article className="page staff data">
      <header className="page-head">
        <h1>{word('nav.data')}</h1>
        <p className="subtitle">{word('data.description')}</p>
      </header>
      <Tabs
        label={word('data.parts')}
        tabs={[
          { name: 'loads', label: word('loads.heading') },
          { name: 'quarantine', label: word('quarantine.heading') },
          { name: 'releases', label: word('releases.heading') },
          { name: 'coverage', label: word('coverage.heading') },
        ]}
        current={part}
        choose={(chosen) => void navigate({ search: { part: chosen }, resetScroll: false })}
      >
        {part === 'loads' ? <LoadsPanel view={view} jobs={jobs} /> : null}
        {part === 'quarantine' ? <QuarantinePanel view={view} /> : null}
        {part === 'releases' ? <ReleasesPanel view={view} jobs={jobs} /> : null}
        {part === 'coverage' ? <CoveragePanel view={view} /> : null}
      </Tabs>
    </article>
  );
}

function clean(state: DataState): DataState {
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined));
}
