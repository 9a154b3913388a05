import { type AreaDirectory, type Dataset, datasets, type Period, parsePeriod } from '@zhiheng/vocabulary';
import type { FigureRequest, FigureSources, Holding } from './figure-request.js';

/** Datasets asked for, or those that hold records of the office; `real` where none does. */
export function datasetsOf(
  asked: Dataset | null | undefined,
  office: string,
  holdings: readonly Holding[],
): readonly Dataset[] {
  if (asked !== null && asked !== undefined) return [asked];
  const held = datasets.filter((dataset) =>
    holdings.some((each) => each.office === office && each.dataset === dataset),
  );
  return held.length === 0 ? ['real'] : held;
}

/** Checked area codes in the order asked for, `provinces` written out; null when none were named. Throws `area-unknown`. */
export function namedAreas(
  asked: readonly string[] | null | undefined,
  areas: AreaDirectory,
): readonly string[] | null {
  if (asked === null || asked === undefined || asked.length === 0) return null;
  const codes = asked.flatMap((code) =>
    code === 'provinces' ? areas.provinces().map((province) => province.code) : [areas.get(code).code],
  );
  return [...new Set(codes)];
}

/** Areas shown when none are named: of the Chinese office its groups and provincial units, of another its own country. */
export async function usualAreas(office: string, sources: FigureSources): Promise<readonly string[]> {
  if (office === 'CN') return ['ALL', 'CN', 'CN-ML', ...sources.areas.provinces().map((province) => province.code)];
  const present = (await sources.observations?.areas(office)) ?? [];
  return ['ALL', office, ...present.filter((area) => area.startsWith(`${office}-`))];
}

/** Checked periods in the order asked for; null when none were named. Throws `period-wrong`. */
export function namedPeriods(asked: FigureRequest['periods']): readonly Period[] | null {
  if (asked === null || asked === undefined || asked.length === 0) return null;
  return [...new Set(asked.map((period) => parsePeriod(period).period))];
}
