/** What is known of a day, from nothing to everything; a greater rank beats a smaller one. */
export const coverRanks = { none: 0, partial: 1, maturing: 2, full: 3 } as const;
export type CoverState = keyof typeof coverRanks;
export type CoverRank = (typeof coverRanks)[CoverState];

/** From this day (a day number) on, up to the next step, the rank holds. */
interface Step {
  readonly from: number;
  readonly rank: CoverRank;
}

/** Steps in order of their days, neighbours of different rank; before the first step the rank is 0. */
export type Timeline = readonly Step[];

/** Days from `from` to `to`, both inside, with a rank above 0. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly rank: CoverRank;
}

export const emptyTimeline: Timeline = [];

/** The timeline of overlapping and adjacent stretches: on each day the greatest rank wins. */
export function timelineOf(stretches: readonly Stretch[]): Timeline {
  const changes = stretches
    .flatMap(({ from, to, rank }) => [
      { at: from, rank, by: 1 },
      { at: to + 1, rank, by: -1 },
    ])
    .sort((a, b) => a.at - b.at);
  const open = [0, 0, 0, 0];
  const steps: Step[] = [];
  for (const [index, change] of changes.entries()) {
    open[change.rank] = (open[change.rank] ?? 0) + change.by;
    if (changes[index + 1]?.at === change.at) continue;
    append(steps, change.at, open.findLastIndex((count) => count > 0) as CoverRank | -1);
  }
  return steps;
}

/** On each day the smaller rank of both. */
export function worseOf(a: Timeline, b: Timeline): Timeline {
  return merge(a, b, Math.min);
}

/** On each day the greater rank of both. */
export function betterOf(a: Timeline, b: Timeline): Timeline {
  return merge(a, b, Math.max);
}

/** The smallest and the greatest rank among the days from `from` to `to`, both inside. */
export function extremesWithin(timeline: Timeline, from: number, to: number): { worst: CoverRank; best: CoverRank } {
  const before = timeline.findLast((step) => step.from <= from);
  const ranks = [before?.rank ?? 0, ...timeline.filter((step) => step.from > from && step.from <= to).map(rankOf)];
  return { worst: Math.min(...ranks) as CoverRank, best: Math.max(...ranks) as CoverRank };
}

function rankOf(step: Step): CoverRank {
  return step.rank;
}

function merge(a: Timeline, b: Timeline, pick: (x: number, y: number) => number): Timeline {
  const steps: Step[] = [];
  let [i, j]: [number, number] = [0, 0];
  let [left, right]: [CoverRank, CoverRank] = [0, 0];
  while (i < a.length || j < b.length) {
    const from = Math.min(a[i]?.from ?? Number.POSITIVE_INFINITY, b[j]?.from ?? Number.POSITIVE_INFINITY);
    if (a[i]?.from === from) left = a[i++]?.rank ?? 0;
    if (b[j]?.from === from) right = b[j++]?.rank ?? 0;
    append(steps, from, pick(left, right) as CoverRank);
  }
  return steps;
}

function append(steps: Step[], from: number, rank: CoverRank | -1): void {
  const known = rank === -1 ? 0 : rank;
  if ((steps.at(-1)?.rank ?? 0) !== known) steps.push({ from, rank: known });
}
