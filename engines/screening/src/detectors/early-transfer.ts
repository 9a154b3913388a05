import { type Day, dayNumber } from '@zhiheng/vocabulary';
import { scaled } from '../clues/strength.js';
import { threshold } from '../rules/read-rules.js';
import { type Detector, type Finding, nothing, othersAmong } from './detector.js';
import { fullestWindows, type Window } from './fullest-window.js';
import { spanSql } from './pair-facts.js';
import { sorted } from './recombination.js';

interface Sale {
  readonly id: string;
  readonly filed: Day;
  readonly on: Day;
  readonly seller: string;
  readonly buyer: string;
  readonly related: number;
}

/**
 * Holders that pass on as many applications as the rule asks, each within `days` of its filing and all within `within` days of each other, to
 * buyers whom nothing in the release connects with them.
 */
export const earlyTransfer: Detector = async ({ session }, rule, span) => {
  const [days, fewest, within] = [threshold(span, 'days'), threshold(span, 'transfers'), threshold(span, 'within')];
  const told = await session.rows<Sale>(
    `SELECT s.id, s.filed_on AS filed, o.from_on AS "on", s.party AS seller, o.party AS buyer, count(r.a) AS related
     FROM screened AS s JOIN screened_owner AS o ON o.id = s.id AND o.stage = 1
     LEFT JOIN related_party AS r ON r.a = s.party AND r.b = o.party
     WHERE ${spanSql(span)} AND s.party IS NOT NULL AND o.party <> s.party AND o.from_on IS NOT NULL
     GROUP BY s.id, s.filed_on, o.from_on, s.party, o.party ORDER BY s.party, o.from_on, s.id`,
  );
  const early = told.filter(
    ({ filed, on }) => dayNumber(on) >= dayNumber(filed) && dayNumber(on) - dayNumber(filed) <= days,
  );
  const isSpared = ({ related }: Sale) => rule.exceptions.includes('related-parties') && related > 0;
  const bySeller = new Map<string, Sale[]>();
  for (const sale of early) {
    if (isSpared(sale)) continue;
    const known = bySeller.get(sale.seller);
    if (known === undefined) bySeller.set(sale.seller, [sale]);
    else known.push(sale);
  }
  const findings: Finding[] = [];
  for (const [seller, own] of bySeller) {
    const windows = fullestWindows(
      own.map(({ on }) => dayNumber(on)),
      within,
    );
    const told = new Map<Window, ReturnType<typeof inWindow>>();
    for (const [index, sale] of own.entries()) {
      const part = windows[index] as Window;
      if (part.to - part.from < fewest) continue;
      const known = told.get(part) ?? inWindow(own, part);
      told.set(part, known);
      const { window, buyers, othersOf } = known;
      findings.push({
        application: sale.id,
        statistic: window.length,
        strength: scaled(window.length, [fewest, 4 * fewest], [0.5, 1]),
        evidence: {
          ...nothing,
          facts: {
            ...{ transferred: sale.on, days: dayNumber(sale.on) - dayNumber(sale.filed), transfers: window.length },
            ...{ buyers, holder: seller, buyer: sale.buyer },
          },
          ...othersOf(sale.id),
        },
      });
    }
  }
  return {
    findings: sorted(findings),
    excepted: { 'related-parties': early.filter(isSpared).length },
    withoutCohort: 0,
  };
};

function inWindow(sales: readonly Sale[], { from, to }: Window) {
  const window = sales.slice(from, to);
  const othersOf = othersAmong(window, ({ filed, on }) => ({
    ...{ filed, transferred: on, days: dayNumber(on) - dayNumber(filed) },
  }));
  return { window, othersOf, buyers: new Set(window.map(({ buyer }) => buyer)).size };
}
