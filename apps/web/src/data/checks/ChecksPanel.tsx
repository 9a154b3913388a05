import type { RunningJob, SessionAnswer } from '@zhiheng/office';
import type { PageView } from '../page-view.js';
import { CheckOverview } from './CheckOverview.js';
import { CheckPage } from './CheckPage.js';
import './checks.css';

export interface ChecksPanelProps {
  readonly view: PageView;
  readonly jobs: readonly RunningJob[];
  readonly session: SessionAnswer;
}

/** What the checks find in the records, or the page of one check. */
export function ChecksPanel({ view, jobs, session }: ChecksPanelProps) {
  const { check } = view.state;
  if (check === undefined) return <CheckOverview view={view} jobs={jobs} session={session} />;
  return <CheckPage key={check} view={view} id={check} session={session} />;
}
