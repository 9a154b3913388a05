import { CheckOverview, type CheckOverviewProps } from './CheckOverview.js';
import { CheckPage } from './CheckPage.js';
import './checks.css';

/** What the checks find in the records, or the page of one check. */
export function ChecksPanel({ view, jobs, session }: CheckOverviewProps) {
  const { check } = view.state;
  if (check === undefined) return <CheckOverview view={view} jobs={jobs} session={session} />;
  return <CheckPage key={check} view={view} id={check} session={session} />;
}
