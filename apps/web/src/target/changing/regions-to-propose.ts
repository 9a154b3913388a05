import type { TargetHistoryAnswer } from '@zhiheng/office';

/**
 * Regions for which whoever looks may propose a limit: that of the page, else those of their own; `all` stands for every provincial unit. The server asks
 * again.
 */
export function regionsToPropose(
  { acts, areas }: Pick<TargetHistoryAnswer, 'acts' | 'areas'>,
  page: string | null,
): readonly string[] {
  if (!acts.includes('overlay')) return [];
  if (page === null) return areas ?? ['all'];
  return areas === null || areas.some((area) => lies(page, area)) ? [page] : [];
}

/** Whether a code lies in an area: a province means its cities and counties, a city its counties. */
function lies(code: string, area: string): boolean {
  const stem = area.endsWith('0000') ? area.slice(0, 2) : area.endsWith('00') ? area.slice(0, 4) : area;
  return code.startsWith(stem);
}
