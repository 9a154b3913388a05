import type { TaskTallyAnswer } from '@zhiheng/office';

export type TallyRow = TaskTallyAnswer['rows'][number];
export type TallyReason = TallyRow['why'][number];

export const tallyCounts = [
  'late',
  'dueSoon',
  'open',
  'unsigned',
  'handedIn',
  'returned',
  'closed',
  'reopened',
] as const;
export type TallyCount = (typeof tallyCounts)[number];

/** All rows as one: each task stands in one of them. */
export function totalsOf(rows: readonly TallyRow[]): Record<TallyCount, number> & { readonly why: TallyReason[] } {
  const sum = (count: TallyCount) => rows.reduce((total, row) => total + row[count], 0);
  const reasons = new Map<string, TallyReason>();
  for (const reason of rows.flatMap(({ why }) => why)) {
    const name = `${reason.kind} ${reason.code ?? ''}`;
    const before = reasons.get(name)?.tasks ?? 0;
    reasons.set(name, { ...reason, tasks: before + reason.tasks });
  }
  const why = [...reasons.values()].sort((a, b) => b.tasks - a.tasks);
  const counts = Object.fromEntries(tallyCounts.map((count) => [count, sum(count)])) as Record<TallyCount, number>;
  return { ...counts, why };
}
