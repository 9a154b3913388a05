import { Link } from '@tanstack/react-router';
import type { Verdict } from '@zhiheng/programme';
import type { ReactNode } from 'react';
import type { FigureState } from '../figure/figure-state.js';
import { NoValue } from '../marks/NoValue.js';
import { OriginMark } from '../marks/OriginMark.js';
import { QuantityText } from '../marks/QuantityText.js';
import { useWords } from '../words/words.js';
import { isGroup } from './target-order.js';

/** The value judged, or what it is projected to; it opens its figure. */
export function TargetValue({ verdict }: { readonly verdict: Verdict }) {
  const { word } = useWords();
  const { value, projection, unit, decimals, basis, origin, dataset } = verdict;
  if (isGroup(verdict)) return null;
  const shown = value ?? projection?.value ?? null;
  if (shown === null) return <NoValue status="missing" />;
  const bound = basis === 'published-bound' ? 'lower' : null;
  return (
    <>
      <OpensFigure verdict={verdict}>
        <QuantityText value={shown} form={{ unit, decimals }} bound={bound} />
      </OpensFigure>{' '}
      {value === null ? (
        <span className="origin-mark">{word('target.projected')}</span>
      ) : (
        <OriginMark origin={origin} />
      )}
      {dataset === 'synthetic' ? <span className="origin-mark hatched">{word('synthetic')}</span> : null}
    </>
  );
}

function OpensFigure({ verdict, children }: { readonly verdict: Verdict; readonly children: ReactNode }) {
  const { language } = useWords();
  if (verdict.indicator === null) return children;
  return (
    <Link
      className="opens"
      to="/$language/indicators/$indicator"
      params={{ language, indicator: verdict.indicator }}
      search={figureOf(verdict)}
    >
      {children}
    </Link>
  );
}

/** The state of the figure page that shows the value judged; of a projected one, what is known of the period so far. */
function figureOf({ subject, value, period, origin, dataset, projection }: Verdict): FigureState {
  const state = {
    area: subject?.area,
    kind: subject?.breakdown.kind,
    statistic: subject?.statistic ?? undefined,
    period: value === null ? projection?.from.at(-1) : period,
    origin,
    dataset: dataset === 'synthetic' ? dataset : undefined,
  };
  return Object.fromEntries(Object.entries(state).filter(([, part]) => part !== undefined));
}
