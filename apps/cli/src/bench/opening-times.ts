import type { MeasuredOpening } from '@zhiheng/office';

/** Milliseconds of opening figures over the interface, one after another, and how many of a kind were asked. */
export interface OpeningTimes {
  readonly milliseconds: readonly number[];
  readonly leftOut: number;
  readonly furtherPages: number;
}

/** Opens each figure; of every third that has more than a page the second page too, which counts by itself. */
export async function openAll(address: string, openings: readonly MeasuredOpening[]): Promise<OpeningTimes> {
  const milliseconds: number[] = [];
  let furtherPages = 0;
  const open = async (opening: MeasuredOpening, after: string | null) => {
    const query = new URLSearchParams({ ...opening.query, limit: '50', ...(after === null ? {} : { after }) });
    const startedAt = performance.now();
    const response = await fetch(`${address}/api/records?${query}`, { headers: { accept: 'application/json' } });
    const answer = (await response.json()) as { total: number; next: string | null };
    milliseconds.push(performance.now() - startedAt);
    if (!response.ok) throw new Error(`${response.status} for ${query}: ${JSON.stringify(answer)}`);
    return answer;
  };
  for (const [index, opening] of openings.entries()) {
    const { total, next } = await open(opening, null);
    if (opening.records !== null && total !== opening.records) {
      throw new Error(
        `${JSON.stringify(opening.query)} opens to ${total} records, and is a figure of ${opening.records}`,
      );
    }
    if (next === null || index % 3 !== 0) continue;
    furtherPages += 1;
    await open(opening, next);
  }
  return { milliseconds, furtherPages, leftOut: openings.filter(({ query }) => 'leftOut' in query).length };
}

/** The number that a share of some numbers does not exceed. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
