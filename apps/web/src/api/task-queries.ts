import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  TaskFilePreview,
  TaskListAnswer,
  TaskRulesAnswer,
  TaskShown,
  TaskTallyAnswer,
  TaskTimelineAnswer,
} from '@zhiheng/office';
import { address, fetchJson, type Query } from './fetch-json.js';
import { peopleKey } from './session.js';

/** Everything about tasks begins with the key of people, so that an act on a task is followed by a new reading. */
function read<Answer>(path: string, query: Query = {}) {
  const url = address(path, query);
  return queryOptions({ queryKey: [peopleKey, url], queryFn: ({ signal }) => fetchJson<Answer>(url, signal) });
}

/** Which tasks are asked for; what is left out does not narrow. */
export interface TasksQuery {
  readonly programme?: string | undefined;
  readonly owner?: string | undefined;
  readonly below?: boolean | undefined;
  readonly clause?: string | undefined;
  readonly target?: string | undefined;
  readonly parent?: string | undefined;
  readonly area?: string | undefined;
  readonly state?: string | undefined;
  readonly light?: string | undefined;
  readonly dueFrom?: string | undefined;
  readonly dueUntil?: string | undefined;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

export type TallyQuery = Omit<TasksQuery, 'light' | 'dueFrom' | 'dueUntil' | 'limit' | 'after'> & {
  readonly by: TaskTallyAnswer['by'];
};

export type TimelineQuery = Pick<TasksQuery, 'owner' | 'below'> & {
  readonly programme: string;
  readonly rows: TaskTimelineAnswer['by'];
};

const pathOf = (id: string) => `tasks/${encodeURIComponent(id)}`;

export const taskQuery = (id: string) => read<TaskShown>(pathOf(id));
export const taskRulesQuery = () => ({ ...read<TaskRulesAnswer>('tasks/rules'), staleTime: Number.POSITIVE_INFINITY });
export const tasksQuery = (query: TasksQuery) => ({
  ...read<TaskListAnswer>('tasks', { ...query }),
  placeholderData: keepPreviousData,
});
export const tallyQuery = (query: TallyQuery) => ({
  ...read<TaskTallyAnswer>('tasks/tally', { ...query }),
  placeholderData: keepPreviousData,
});
export const timelineQuery = (query: TimelineQuery) => ({
  ...read<TaskTimelineAnswer>('tasks/timeline', { ...query }),
  placeholderData: keepPreviousData,
});
export const filePreviewQuery = (task: string, sha256: string) =>
  read<TaskFilePreview>(`${pathOf(task)}/files/${sha256}/preview`);
