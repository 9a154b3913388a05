import type { CheckStanding } from '@zhiheng/office';
import { FaultText } from '../../staff/FaultText.js';
import { useWords } from '../../words/words.js';
import { CheckLink } from './CheckLink.js';
import { CheckTrend } from './CheckTrend.js';
import { checkedTable } from './check-words.js';
import { FoundCount } from './FoundCount.js';

export interface CheckTableProps {
  readonly caption: string;
  readonly checks: readonly CheckStanding[];
  readonly release: string | undefined;
}

/** Checks by the table they look at: what each found, what it found in releases, and what to do. */
export function CheckTable({ caption, checks, release }: CheckTableProps) {
  const words = useWords();
  const { word } = words;
  const tables = [...new Set(checks.map(({ table }) => table))];
  return (
    <table className="checks">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{word('checks.column.check')}</th>
          <th scope="col" className="numeric">
            {word('checks.column.found')}
          </th>
          <th scope="col">{word('checks.column.before')}</th>
          <th scope="col">{word('checks.column.advice')}</th>
        </tr>
      </thead>
      {tables.map((table) => (
        <tbody key={table ?? ''}>
          <tr className="group">
            <th colSpan={4} scope="rowgroup">
              {checkedTable(words, { table })}
            </th>
          </tr>
          {checks
            .filter((check) => check.table === table)
            .map((check) => (
              <CheckRow key={check.id} check={check} release={release} />
            ))}
        </tbody>
      ))}
    </table>
  );
}

function CheckRow({ check, release }: { readonly check: CheckStanding; readonly release: string | undefined }) {
  const { word, own } = useWords();
  const { fault, advice, trend } = check;
  return (
    <tr>
      <th scope="row">
        <CheckLink check={check} release={release} />
      </th>
      <td className="numeric" data-heading={word('checks.column.found')}>
        <FoundCount check={check} />
      </td>
      <td className="earlier">{trend.length === 0 ? null : <CheckTrend trend={trend} />}</td>
      <td className="advice">
        {fault === null ? null : (
          <FaultText
            code={fault.code}
            place={{ ...fault.place }}
            found={fault.found}
            expected={fault.expected}
            message={fault.message}
          />
        )}{' '}
        {advice === null ? word('checks.mend-file') : own(advice)}
      </td>
    </tr>
  );
}
