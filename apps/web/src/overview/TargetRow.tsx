import { Link } from '@tanstack/react-router';
import type { Verdict } from '@zhiheng/programme';
import type { LocalizedText } from '@zhiheng/vocabulary';
import type { ReactNode } from 'react';
import type { FigureState } from '../figure/figure-state.js';
import { NoValue } from '../marks/NoValue.js';
import { OriginMark } from '../marks/OriginMark.js';
import { QuantityText } from '../marks/QuantityText.js';
import { VerdictMark } from '../marks/VerdictMark.js';
import { verdictWords } from '../words/term-ids.js';
import { useWords, type Words } from '../words/words.js';
import { departmentName } from './department-name.js';
import { limitText } from './limit-text.js';
import { TargetTrend } from './TargetTrend.js';
import { isGroup, isPart } from './target-order.js';

export interface TargetRowProps {
  readonly verdict: Verdict;
  /** The parts of a group; empty for a target. */
  readonly parts: readonly Verdict[];
  readonly departments: readonly LocalizedText[];
  /** Most decimals of any row, to align the decimal points. */
  readonly places: number;
}

/** One target. Its name and its value open the figure they rest on. */
export function TargetRow({ verdict, parts, departments, places }: TargetRowProps) {
  const words = useWords();
  const { word, own } = words;
  const rank = isGroup(verdict) ? 'group' : isPart(verdict) ? 'part' : 'single';
  return (
    <tr className={`target target-${rank}`}>
      <td className="target-mark">
        <VerdictMark verdict={verdict.verdict} />
      </td>
      <th scope="row" className="target-name">
        <OpensFigure verdict={verdict}>{own(verdict.names)}</OpensFigure>
        {verdict.owners.length === 0 ? null : (
          <span className="owners">
            {' '}
            {verdict.owners.map((owner) => departmentName(words, departments, owner)).join(word('list.comma'))}
          </span>
        )}
      </th>
      <td className="target-value aligned" data-places={places}>
        <TargetValue verdict={verdict} />
      </td>
      <td className="target-limit">{rank === 'group' ? null : limitText(words, verdict)}</td>
      <td className="target-reason">
        <span className={`verdict-word verdict-${verdict.verdict}`}>{word(verdictWords[verdict.verdict])}</span>{' '}
        <span className="reason">{reasonText(words, verdict, parts)}</span>
      </td>
      <td className="target-trend">{rank === 'group' ? null : <TargetTrend verdict={verdict} />}</td>
    </tr>
  );
}

/** The reason of a verdict; that of a group names the parts that decide it as the page does, not by their ids. */
function reasonText(words: Words, { reasons, reasonText: said }: Verdict, parts: readonly Verdict[]): string {
  const deciding = parts.filter(({ target }) => reasons.some(({ values }) => values.part === target));
  if (deciding.length === 0) return words.own(said);
  const names = deciding.map((part) => words.own(part.names)).join(words.word('list.comma'));
  return words.word('overview.decided-by', { parts: names });
}

function TargetValue({ verdict }: { readonly verdict: Verdict }) {
  const { word } = useWords();
  if (isGroup(verdict)) return null;
  if (verdict.value === null) return <NoValue status="missing" />;
  return (
    <>
      <OpensFigure verdict={verdict}>
        <QuantityText
          value={verdict.value}
          form={{ unit: verdict.unit, decimals: verdict.decimals }}
          bound={verdict.basis === 'published-bound' ? 'lower' : null}
        />
      </OpensFigure>{' '}
      <OriginMark origin={verdict.origin} />
      {verdict.dataset === 'synthetic' ? <span className="origin-mark hatched">{word('synthetic')}</span> : null}
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

/** The state of the figure page that shows the value judged; without a value, its area, kind and statistic. */
function figureOf({ subject, value, period, origin, dataset }: Verdict): FigureState {
  const state = {
    area: subject?.area,
    kind: subject?.breakdown.kind,
    statistic: subject?.statistic ?? undefined,
    ...(value === null ? {} : { period, origin, dataset: dataset === 'synthetic' ? dataset : undefined }),
  };
  return Object.fromEntries(Object.entries(state).filter(([, part]) => part !== undefined));
}
