import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { isLanguage } from '@zhiheng/vocabulary';
import { readAdministrationState } from './administration/administration-state.js';
import {
  indicatorQuery,
  indicatorsQuery,
  indicatorValuesQuery,
  officeQuery,
  overviewQuery,
  programmeQuery,
  type TargetQuery,
  tablesQuery,
  targetQuery,
} from './api/queries.js';
import { sessionQuery } from './api/session.js';
import type { DataState } from './data/data-state.js';
import { readFigureState } from './figure/figure-state.js';
import { Frame } from './frame/Frame.js';
import { searchTexts } from './frame/search-texts.js';
import { readIndicatorsState } from './indicators/indicators-state.js';
import type { ProgrammeState } from './programme/programme-state.js';
import { readTableState } from './reports/table-state.js';
import { ErrorState } from './states/ErrorState.js';
import { NotFoundPage } from './states/NotFoundPage.js';
import { loadStaffWords, loadWords } from './words/catalogues.js';
import { browserStorage, preferredLanguage } from './words/language.js';

interface RouteContext {
  readonly queries: QueryClient;
}

const preferred = () => preferredLanguage(browserStorage(), navigator.languages);
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const staffWords = ({ params }: { params: { language: string } }) =>
  isLanguage(params.language) ? loadStaffWords(params.language) : undefined;

const rootRoute = createRootRouteWithContext<RouteContext>()({ component: Outlet });

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/$language', params: { language: preferred() }, replace: true });
  },
});

/** The first part of every address is the language; any other first part is put behind the preferred one. */
export const languageRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '$language',
  beforeLoad: ({ params, location }) => {
    if (!isLanguage(params.language)) throw redirect({ href: `/${preferred()}${location.href}`, replace: true });
  },
  loader: ({ params, context }) => {
    void context.queries.prefetchQuery(sessionQuery());
    void context.queries.prefetchQuery(officeQuery());
    return isLanguage(params.language) ? loadWords(params.language) : undefined;
  },
  component: Frame,
  notFoundComponent: NotFoundPage,
});

export const overviewRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: '/',
  validateSearch: (search): { programme?: string | undefined } => ({ programme: text(search.programme) }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => {
    const begin = async () => {
      const office = await queries.ensureQueryData(officeQuery());
      const id = deps.programme ?? office.programmes[0]?.id;
      if (id !== undefined) await queries.prefetchQuery(overviewQuery(id));
    };
    begin().catch(() => undefined);
  },
  component: lazyRouteComponent(() => import('./overview/OverviewPage.js'), 'OverviewPage'),
  errorComponent: ErrorState,
});

export const programmeRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: 'programme',
  validateSearch: searchTexts<keyof ProgrammeState>('programme', 'owner', 'clause'),
  loaderDeps: ({ search: { programme } }) => ({ programme }),
  loader: ({ context: { queries }, deps, params }) => {
    const begin = async () => {
      const id = deps.programme ?? (await queries.ensureQueryData(officeQuery())).programmes[0]?.id;
      if (id !== undefined) await queries.prefetchQuery(programmeQuery(id));
    };
    begin().catch(() => undefined);
    return staffWords({ params });
  },
  component: lazyRouteComponent(() => import('./programme/ProgrammePage.js'), 'ProgrammePage'),
  errorComponent: ErrorState,
});

export const programmeCompareRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: 'programme/compare',
  validateSearch: searchTexts('before', 'after', 'show'),
  loader: staffWords,
  component: lazyRouteComponent(() => import('./programme/compare/ComparePage.js'), 'ComparePage'),
  errorComponent: ErrorState,
});

export const targetRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: 'targets/$programme/$target',
  validateSearch: (search): TargetQuery => {
    const { area, effective, vintage } = search;
    return { area: text(area), effective: text(effective), vintage: text(vintage) };
  },
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, params, deps }) =>
    void queries.prefetchQuery(targetQuery(params.programme, params.target, deps)),
  component: lazyRouteComponent(() => import('./target/TargetPage.js'), 'TargetPage'),
  errorComponent: ErrorState,
});

export const indicatorsRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: 'indicators',
  validateSearch: readIndicatorsState,
  loader: ({ context: { queries } }) => {
    void queries.prefetchQuery(indicatorsQuery());
    void queries.prefetchQuery(indicatorValuesQuery());
  },
  component: lazyRouteComponent(() => import('./indicators/IndicatorsPage.js'), 'IndicatorsPage'),
  errorComponent: ErrorState,
});

export const figureRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: 'indicators/$indicator',
  validateSearch: readFigureState,
  loader: ({ context: { queries }, params }) => void queries.prefetchQuery(indicatorQuery(params.indicator)),
  component: lazyRouteComponent(() => import('./figure/FigurePage.js'), 'FigurePage'),
  errorComponent: ErrorState,
});

export const newDefinitionRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: 'indicators/new',
  loader: staffWords,
  component: lazyRouteComponent(() => import('./definitions/NewDefinitionPage.js'), 'NewDefinitionPage'),
  errorComponent: ErrorState,
});

export const editDefinitionRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: 'indicators/$indicator/edit',
  loader: ({ params }) => staffWords({ params }),
  component: lazyRouteComponent(() => import('./definitions/EditDefinitionPage.js'), 'EditDefinitionPage'),
  errorComponent: ErrorState,
});

export const reportsRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: 'reports',
  loader: ({ context: { queries }, params }) => {
    void queries.prefetchQuery(tablesQuery());
    return staffWords({ params });
  },
  component: lazyRouteComponent(() => import('./reports/ReportsPage.js'), 'ReportsPage'),
  errorComponent: ErrorState,
});

export const tableRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: 'reports/$table',
  validateSearch: readTableState,
  loader: ({ params }) => staffWords({ params }),
  component: lazyRouteComponent(() => import('./reports/TablePage.js'), 'TablePage'),
  errorComponent: ErrorState,
});

export const guidelinesRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: 'guidelines',
  loader: staffWords,
  component: lazyRouteComponent(() => import('./guidelines/GuidelinesPage.js'), 'GuidelinesPage'),
  errorComponent: ErrorState,
});

export const reviewRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: 'guidelines/$draft',
  validateSearch: (search): { show?: string | undefined } => ({ show: text(search.show) }),
  loader: ({ params }) => staffWords({ params }),
  component: lazyRouteComponent(() => import('./guidelines/ReviewPage.js'), 'ReviewPage'),
  errorComponent: ErrorState,
});

export const dataRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: 'data',
  validateSearch: searchTexts<keyof DataState>(
    'part',
    'file',
    'all',
    'record',
    'list',
    'words',
    'only',
    'party',
    'page',
    'indicator',
    'area',
    'period',
    'cell',
    'a',
    'b',
    'check',
    'release',
    'table',
  ),
  loader: staffWords,
  component: lazyRouteComponent(() => import('./data/DataPage.js'), 'DataPage'),
  errorComponent: ErrorState,
});

export const tasksRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: 'tasks',
  validateSearch: searchTexts(
    'by',
    'programme',
    'owner',
    'below',
    'clause',
    'area',
    'state',
    'light',
    'from',
    'until',
    'rows',
    'after',
  ),
  loader: staffWords,
  component: lazyRouteComponent(() => import('./tasks/TasksPage.js'), 'TasksPage'),
  errorComponent: ErrorState,
});

export const timelineRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: 'tasks/timeline',
  validateSearch: searchTexts('rows', 'programme', 'owner', 'below'),
  loader: staffWords,
  component: lazyRouteComponent(() => import('./tasks/timeline/TimelinePage.js'), 'TimelinePage'),
  errorComponent: ErrorState,
});

export const circularRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: 'tasks/circular',
  validateSearch: (search): { programme?: string | undefined } => ({ programme: text(search.programme) }),
  loader: staffWords,
  component: lazyRouteComponent(() => import('./tasks/CircularPage.js'), 'CircularPage'),
  errorComponent: ErrorState,
});

export const screeningRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: 'screening',
  validateSearch: searchTexts('run', 'list', 'ground', 'family', 'application', 'after'),
  loader: staffWords,
  component: lazyRouteComponent(() => import('./screening/ScreeningPage.js'), 'ScreeningPage'),
  errorComponent: ErrorState,
});

export const screenedRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: 'screening/$id',
  validateSearch: searchTexts('run', 'with', 'after'),
  loader: ({ params }) => staffWords({ params }),
  component: lazyRouteComponent(() => import('./screening/ShownPage.js'), 'ShownPage'),
  errorComponent: ErrorState,
});

export const signInRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: 'sign-in',
  validateSearch: (search): { back?: string | undefined } => ({ back: text(search.back) }),
  loader: staffWords,
  component: lazyRouteComponent(() => import('./sign-in/SignInPage.js'), 'SignInPage'),
  errorComponent: ErrorState,
});

export const myWorkRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: 'my-work',
  loader: staffWords,
  component: lazyRouteComponent(() => import('./my-work/MyWorkPage.js'), 'MyWorkPage'),
  errorComponent: ErrorState,
});

export const newTaskRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: 'tasks/new',
  validateSearch: searchTexts('programme', 'clause', 'target', 'parent'),
  loader: staffWords,
  component: lazyRouteComponent(() => import('./task/AssignPage.js'), 'AssignPage'),
  errorComponent: ErrorState,
});

export const taskRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: 'tasks/$task',
  loader: ({ params }) => staffWords({ params }),
  component: lazyRouteComponent(() => import('./task/TaskPage.js'), 'TaskPage'),
  errorComponent: ErrorState,
});

export const accountRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: 'account',
  loader: staffWords,
  component: lazyRouteComponent(() => import('./account/AccountPage.js'), 'AccountPage'),
  errorComponent: ErrorState,
});

export const administrationRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: 'administration',
  validateSearch: readAdministrationState,
  loader: staffWords,
  component: lazyRouteComponent(() => import('./administration/AdministrationPage.js'), 'AdministrationPage'),
  errorComponent: ErrorState,
});

const routeTree = rootRoute.addChildren([
  startRoute,
  languageRoute.addChildren([
    overviewRoute,
    programmeRoute,
    programmeCompareRoute,
    targetRoute,
    indicatorsRoute,
    figureRoute,
    newDefinitionRoute,
    editDefinitionRoute,
    reportsRoute,
    tableRoute,
    guidelinesRoute,
    reviewRoute,
    dataRoute,
    tasksRoute,
    circularRoute,
    timelineRoute,
    screeningRoute,
    screenedRoute,
    signInRoute,
    myWorkRoute,
    newTaskRoute,
    taskRoute,
    accountRoute,
    administrationRoute,
  ]),
]);

/** Plain `name=value` pairs, so that an address can be read and written by hand. */
function stringifySearch(search: Record<string, unknown>): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) if (typeof value === 'string') pairs.set(name, value);
  const written = pairs.toString();
  return written === '' ? '' : `?${written}`;
}

export function makeRouter(queries: QueryClient) {
  return createRouter({
    routeTree,
    context: { queries },
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
