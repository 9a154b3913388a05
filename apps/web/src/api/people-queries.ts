import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  AccountRow,
  ActsPage,
  CalendarAnswer,
  DeadlineAnswer,
  LettersAnswer,
  MatrixAnswer,
  MyWorkAnswer,
  OwnAccountAnswer,
  SettingAnswer,
} from '@zhiheng/office';
import { address, fetchJson, type Query } from './fetch-json.js';
import { peopleKey } from './session.js';

function read<Answer>(path: string, query: Query = {}) {
  const url = address(path, query);
  return queryOptions({ queryKey: [peopleKey, url], queryFn: ({ signal }) => fetchJson<Answer>(url, signal) });
}

/** An organisation as the interface answers it. */
export interface OrganisationAnswer {
  readonly id: string;
  readonly parent: string | null;
  readonly kind: string;
  readonly names: Readonly<Record<'zh-Hans' | 'zh-Hant' | 'en', string>>;
  readonly area: string | null;
  readonly closedOn: string | null;
}

/** A one-time link, shown once. */
export interface LinkAnswer {
  readonly account: string;
  readonly token: string;
  readonly expiresAt: string;
}

/** A link that another administrator has to confirm. */
export type RenewalAnswer = Pick<MyWorkAnswer['renewals'][number], 'account' | 'renewal' | 'due'>;

export type RoleGrantAnswer = AccountRow['roles'][number];
export type ActAnswer = ActsPage['acts'][number];

/** Which acts are asked for. */
export interface ActsQuery {
  readonly before?: string | undefined;
  readonly kind?: string | undefined;
  readonly person?: string | undefined;
  readonly object?: string | undefined;
  readonly reads?: boolean | undefined;
}

export const myWorkQuery = () => read<MyWorkAnswer>('my-work');
export const ownAccountQuery = () => read<OwnAccountAnswer>('own-account');
export const organisationsQuery = () => read<OrganisationAnswer[]>('organisations');
/** `names` is a read of personal data, which the server writes down. */
export const accountsQuery = (organisation: string, names: boolean) =>
  read<AccountRow[]>('accounts', { organisation, names: names || undefined });
export const rightsQuery = () => read<MatrixAnswer>('rights');
export const actsQuery = (query: ActsQuery) => ({
  ...read<ActsPage>('acts', { limit: 50, ...query }),
  placeholderData: keepPreviousData,
});
export const settingsQuery = () => read<SettingAnswer[]>('office/settings');
export const lettersQuery = () => read<LettersAnswer>('letters');
export const calendarQuery = (year: number | undefined) => read<CalendarAnswer>('calendar', { year });
export const deadlineQuery = (from: string, workingDays: number) =>
  read<DeadlineAnswer>('calendar/deadline', { from, workingDays });
