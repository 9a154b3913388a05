import { Link } from '@tanstack/react-router';
import type { Verdict } from '@zhiheng/programme';
import type { ReactNode } from 'react';
import { VerdictMark } from '../marks/VerdictMark.js';
import { limitText } from '../overview/limit-text.js';
import { TargetValue } from '../overview/TargetValue.js';
import { isGroup } from '../overview/target-order.js';
import { verdictWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';

export interface VerdictTableProps {
  /** Head of the column of names. */
  readonly head: string;
  readonly programme: string;
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly verdict: Verdict;
    /** Below the name. */
    readonly remark?: ReactNode;
  }[];
}

/** Verdicts by their names, each opening its own page: parts of a group, or regions. */
export function VerdictTable({ head, programme, rows }: VerdictTableProps) {
  const words = useWords();
  const { word, own, language } = words;
  return (
    <table className="targets">
      <thead>
        <tr>
          <th scope="col" className="target-mark">
            <span className="unseen">{word('overview.column.verdict')}</span>
          </th>
          <th scope="col">{head}</th>
          <th scope="col" className="target-value">
            {word('overview.column.value')}
          </th>
          <th scope="col">{word('overview.column.limit')}</th>
          <th scope="col">{word('overview.column.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, verdict, remark }) => (
          <tr key={key} className="target">
            <td className="target-mark">
              <VerdictMark verdict={verdict.verdict} />
            </td>
            <th scope="row" className="target-name">
              <Link
                className="opens"
                to="/$language/targets/$programme/$target"
                params={{ language, programme, target: verdict.target }}
                search={verdict.area === null ? {} : { area: verdict.area }}
              >
                {name}
              </Link>
              {remark}
            </th>
            <td className="target-value aligned" data-places={verdict.decimals}>
              <TargetValue verdict={verdict} />
            </td>
            <td className="target-limit">{isGroup(verdict) ? null : limitText(words, verdict)}</td>
            <td className="target-reason">
              <span className={`verdict-word verdict-${verdict.verdict}`}>{word(verdictWords[verdict.verdict])}</span>{' '}
              <span className="reason">{own(verdict.reasonText)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
