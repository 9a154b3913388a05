import type { CorrectionAnswer } from '../answers-vintages.js';
import type { Office } from '../office.js';
import { currentReference } from '../reference.js';

/** Correction notices as everyone may read them, the newest first. */
export async function correctionsOf(office: Office): Promise<CorrectionAnswer[]> {
  const definitions = new Map(
    currentReference(office)
      .definitions()
      .map((one) => [one.id, one.names]),
  );
  return (await office.publications.notices()).map(({ differing, ...notice }) => {
    const indicators = Object.entries(differing).map(([indicator, values]) => ({
      ...{ indicator, values },
      names: definitions.get(indicator) ?? null,
    }));
    return { ...notice, indicators, values: indicators.reduce((sum, { values }) => sum + values, 0) };
  });
}
