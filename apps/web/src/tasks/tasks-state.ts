import { withoutGaps } from '../frame/without-gaps.js';

/** By what the board counts tasks. */
export const boardKeys = ['owner', 'clause', 'area', 'due'] as const;
export type BoardKey = (typeof boardKeys)[number];

/** Everything that the pages of tasks show; all of it stands in the address. */
export interface TasksState {
  /** Left out: by owner. */
  readonly by?: BoardKey | undefined;
  readonly programme?: string | undefined;
  readonly owner?: string | undefined;
  /** Also tasks of organisations below the owner. */
  readonly below?: 'yes' | undefined;
  readonly clause?: string | undefined;
  readonly area?: string | undefined;
  /** Left out: those in which somebody still has something to do. */
  readonly state?: string | undefined;
  readonly light?: string | undefined;
  /** First and last of the last days that are listed. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** All rows of the tally, not only the first ones. */
  readonly rows?: 'all' | undefined;
  /** Places of the pages turned, the newest last, joined by `~`. */
  readonly after?: string | undefined;
}

export const boardStates = [
  'any',
  'assigned',
  'signed',
  'in-work',
  'handed-in',
  'returned',
  'closed',
  'withdrawn',
] as const;
const lights = ['late', 'due-soon', 'on-time', 'none'] as const;
export const boardLights: readonly (typeof lights)[number][] = lights;

/** Reads the address; unknown values are dropped. */
export function readTasksState(search: Readonly<Record<string, unknown>>): TasksState {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const day = (value: unknown) => (/^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? String(value) : undefined);
  return withoutGaps({
    by: boardKeys.find((key) => key === search.by),
    programme: text(search.programme),
    owner: text(search.owner),
    below: search.below === 'yes' ? 'yes' : undefined,
    clause: text(search.clause),
    area: text(search.area),
    state: boardStates.find((state) => state === search.state),
    light: lights.find((light) => light === search.light),
    from: day(search.from),
    until: day(search.until),
    rows: search.rows === 'all' ? 'all' : undefined,
    after: text(search.after),
  });
}

/** The keys of the pages turned: a day and a number each. */
export function turnedPages(after: string | undefined): readonly string[] {
  return after?.match(/\d{4}-\d{2}-\d{2}~\d+/g) ?? [];
}
