import { Link } from '@tanstack/react-router';
import type { Verdict } from '@zhiheng/programme';
import type { LocalizedText } from '@zhiheng/vocabulary';
import { VerdictMark } from '../marks/VerdictMark.js';
import { OwnText } from '../words/OwnText.js';
import { verdictWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';
import { departmentName } from './department-name.js';
import { limitText } from './limit-text.js';
import { reasonText } from './reason-text.js';
import { TargetTrend } from './TargetTrend.js';
import { TargetValue } from './TargetValue.js';
import { isGroup, isPart } from './target-order.js';

export interface TargetRowProps {
  readonly verdict: Verdict;
  /** The parts of a group; empty for a target. */
  readonly parts: readonly Verdict[];
  readonly departments: readonly LocalizedText[];
  readonly programme: string;
  /** Most decimals of any row, to align the decimal points. */
  readonly places: number;
}

/** One target. Its name opens how it was judged, its value the figure it rests on. */
export function TargetRow({ verdict, parts, departments, programme, places }: TargetRowProps) {
  const words = useWords();
  const { word, language } = words;
  const rank = isGroup(verdict) ? 'group' : isPart(verdict) ? 'part' : 'single';
  return (
    <tr className={`target target-${rank}`}>
      <td className="target-mark">
        <VerdictMark verdict={verdict.verdict} />
      </td>
      <th scope="row" className="target-name">
        <Link
          className="opens"
          to="/$language/targets/$programme/$target"
          params={{ language, programme, target: verdict.target }}
        >
          <OwnText text={verdict.names} />
        </Link>
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
