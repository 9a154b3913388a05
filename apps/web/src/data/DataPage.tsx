import { getRouteApi } from '@tanstack/react-router';
import { may, useSession } from '../api/session.js';
import { Tabs } from '../frame/Tabs.js';
import { withoutGaps } from '../frame/without-gaps.js';
import { NoRight } from '../staff/NoRight.js';
import { Skeleton } from '../states/Skeleton.js';
import { usePageHead } from '../words/page-head.js';
import { useWords } from '../words/words.js';
import { AreasPanel } from './areas/AreasPanel.js';
import { ChecksPanel } from './checks/ChecksPanel.js';
import { ClassificationsPanel } from './classifications/ClassificationsPanel.js';
import { CoveragePanel } from './coverage/CoveragePanel.js';
import type { DataState } from './data-state.js';
import { readDataState } from './data-state.js';
import { DecisionsPanel } from './decisions/DecisionsPanel.js';
import { LoadsPanel } from './loads/LoadsPanel.js';
import type { PageView } from './page-view.js';
import { PartiesPanel } from './parties/PartiesPanel.js';
import { QuarantinePanel } from './quarantine/QuarantinePanel.js';
import { ReleasesPanel } from './releases/ReleasesPanel.js';
import { useRunning } from './useRunning.js';
import { VintagesPanel } from './vintages/VintagesPanel.js';
import '../staff/staff.css';
import './data.css';
import './data-parts.css';
import './rulings/rulings.css';

const route = getRouteApi('/$language/data');

const tabs = [
  { name: 'loads', label: 'loads.heading', right: 'loads:read' },
  { name: 'quarantine', label: 'quarantine.heading', right: 'quarantine:read' },
  { name: 'checks', label: 'checks.heading', right: 'checks:read' },
  { name: 'areas', label: 'settling.heading', right: 'areas:review' },
  { name: 'parties', label: 'parties.title', right: 'parties:read' },
  { name: 'releases', label: 'releases.heading', right: 'releases:read' },
  { name: 'vintages', label: 'vintages.heading', right: 'vintages:read' },
  { name: 'decisions', label: 'decisions.heading', right: 'decisions:read' },
  { name: 'coverage', label: 'coverage.heading', right: 'coverage:read' },
  { name: 'classifications', label: 'classifications.heading', right: 'coverage:read' },
] as const;

/** How records come in, what could not, what is frozen, and what it can know. */
export function DataPage() {
  const { word } = useWords();
  const state = readDataState(route.useSearch());
  const navigate = route.useNavigate();
  const session = useSession();
  const jobs = useRunning(may(session, 'running:read'));
  usePageHead(word('nav.data'), word('data.description'));
  const set = (change: DataState) =>
    void navigate({ search: (before) => withoutGaps({ ...readDataState(before), ...change }), resetScroll: false });
  const view: PageView = { state, set };
  const shown = tabs.filter(({ right }) => may(session, right));
  const part = shown.find(({ name }) => name === (state.part ?? shown[0]?.name))?.name;
  return (
    <article className="page staff data">
      <header className="page-head">
        <h1>{word('nav.data')}</h1>
        <p className="subtitle">{word('data.description')}</p>
      </header>
      {session === undefined ? <Skeleton rows={8} /> : null}
      {session !== undefined && part === undefined ? <NoRight session={session} /> : null}
      {session === undefined || part === undefined ? null : (
        <Tabs
          label={word('data.parts')}
          tabs={shown.map(({ name, label }) => ({ name, label: word(label) }))}
          current={part}
          choose={(chosen) => void navigate({ search: { part: chosen }, resetScroll: false })}
        >
          {part === 'loads' ? <LoadsPanel view={view} jobs={jobs} mayLoad={may(session, 'loads:start')} /> : null}
          {part === 'quarantine' ? <QuarantinePanel view={view} /> : null}
          {part === 'checks' ? <ChecksPanel view={view} jobs={jobs} session={session} /> : null}
          {part === 'areas' ? <AreasPanel view={view} maySettle={may(session, 'areas:settle')} /> : null}
          {part === 'parties' ? <PartiesPanel view={view} mayDecide={may(session, 'parties:decide')} /> : null}
          {part === 'releases' ? <ReleasesPanel view={view} jobs={jobs} session={session} /> : null}
          {part === 'vintages' ? <VintagesPanel view={view} /> : null}
          {part === 'decisions' ? (
            <DecisionsPanel
              view={view}
              mayDecide={may(session, 'decisions:decide')}
              mayImport={may(session, 'decisions:import')}
            />
          ) : null}
          {part === 'coverage' ? <CoveragePanel view={view} /> : null}
          {part === 'classifications' ? (
            <ClassificationsPanel
              view={view}
              mayLoad={may(session, 'classifications:load')}
              mayCompare={may(session, 'indicators:check')}
            />
          ) : null}
        </Tabs>
      )}
    </article>
  );
}
