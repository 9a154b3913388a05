import { isComputed } from '@zhiheng/indicators';
import type { ComparedValue, VintageComparison } from '../answers-vintages.js';
import type { Office } from '../office.js';
import { pairOf } from './compare-vintages.js';
import { tallyFigure } from './explain-figure.js';
import { countedReasons } from './reasons.js';

/** A comparison whose rows tell how many records their reasons concern: each figure is opened in both vintages. */
export async function withCountedReasons(office: Office, comparison: VintageComparison): Promise<VintageComparison> {
  const pair = await pairOf(office, comparison.before.vintage, comparison.after.vintage);
  const indicators = [...pair.before.indicators, ...pair.after.indicators];
  const counts = new Set(indicators.flatMap(({ definition }) => (isComputed(definition) ? [definition.id] : [])));
  const rows: ComparedValue[] = [];
  // One after the other: they read through one session.
  for (const row of comparison.rows) {
    if (row.origin === 'published' || !counts.has(row.indicator)) {
      rows.push(row);
      continue;
    }
    const { added, removed } = await tallyFigure(office, pair, askedOf(row));
    const difference = {
      added: added.fresh,
      removed: removed.gone,
      changed: added.admitted + removed.leftOut,
    };
    rows.push({ ...row, reasons: countedReasons(pair, row.indicator, difference) });
  }
  return { ...comparison, rows };
}

function askedOf({ indicator, area, period, office, dataset, breakdown, statistic }: ComparedValue) {
  const by = Object.entries(breakdown)
    .map(([dimension, value]) => `${dimension}=${value}`)
    .join(',');
  return {
    ...{ indicator, area, period, office, dataset },
    ...(by === '' ? {} : { by }),
    ...(statistic === null ? {} : { statistic }),
    // A share opens to all that it looks at.
    ...(statistic === 'share-within-target' ? { part: 'denominator' } : {}),
  };
}
