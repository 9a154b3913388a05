import { getRouteApi } from '@tanstack/react-router';
import { may, useSession } from '../api/session.js';
import { Tabs } from '../frame/Tabs.js';
import { NoRight } from '../staff/NoRight.js';
import { Skeleton } from '../states/Skeleton.js';
import { usePageHead } from '../words/page-head.js';
import { useWords } from '../words/words.js';
import { type AdministrationState, type AdministrationView, withoutEmpty } from './administration-state.js';
import { AuditPanel } from './audit/AuditPanel.js';
import { CalendarPanel } from './calendar/CalendarPanel.js';
import { OrganisationsPanel } from './organisations/OrganisationsPanel.js';
import { RightsPanel } from './rights/RightsPanel.js';
import { SettingsPanel } from './settings/SettingsPanel.js';
import '../staff/staff.css';
// The rules for narrow pages come last.
import './calendar.css';
import './administration.css';

const route = getRouteApi('/$language/administration');

const tabs = [
  { name: 'organisations', label: 'organisations.heading', right: 'organisations:read' },
  { name: 'rights', label: 'rights.heading', right: 'rights:read' },
  { name: 'audit', label: 'audit.heading', right: 'acts:read' },
  { name: 'calendar', label: 'calendar.heading', right: 'calendar:read' },
  { name: 'settings', label: 'settings.heading', right: 'settings:read' },
] as const;

/** Organisations and accounts, who may do what, who did what, the working calendar, and what the office has set. */
export function AdministrationPage() {
  const { word } = useWords();
  const state = route.useSearch();
  const navigate = route.useNavigate();
  const session = useSession();
  usePageHead(word('administration.heading'), word('administration.description'));
  const set = (change: AdministrationState) =>
    void navigate({ search: (before) => withoutEmpty({ ...before, ...change }), resetScroll: false });
  const view: AdministrationView = { state, set };
  const shown = tabs.filter(({ right }) => may(session, right));
  const part = shown.find(({ name }) => name === (state.part ?? shown[0]?.name))?.name;
  return (
    <article className="page staff administration">
      <header className="page-head">
        <h1>{word('administration.heading')}</h1>
        <p className="subtitle">{word('administration.description')}</p>
      </header>
      {session === undefined ? <Skeleton rows={8} /> : null}
      {session !== undefined && part === undefined ? <NoRight session={session} /> : null}
      {session === undefined || part === undefined ? null : (
        <Tabs
          label={word('administration.parts')}
          tabs={shown.map(({ name, label }) => ({ name, label: word(label) }))}
          current={part}
          choose={(chosen) => void navigate({ search: { part: chosen }, resetScroll: false })}
        >
          {part === 'organisations' ? <OrganisationsPanel view={view} session={session} /> : null}
          {part === 'rights' ? <RightsPanel view={view} /> : null}
          {part === 'audit' ? <AuditPanel view={view} session={session} /> : null}
          {part === 'settings' ? <SettingsPanel session={session} /> : null}
          {part === 'calendar' ? <CalendarPanel view={view} session={session} /> : null}
        </Tabs>
      )}
    </article>
  );
}
