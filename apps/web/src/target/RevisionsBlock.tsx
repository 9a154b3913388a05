import { useQuery } from '@tanstack/react-query';
import type { TargetAnswer, TargetHistoryAnswer } from '@zhiheng/office';
import { targetHistoryQuery } from '../api/queries.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { useWords } from '../words/words.js';
import { ProposeChange } from './changing/ProposeChange.js';
import { ruleText } from './rule-text.js';

type Standing = TargetHistoryAnswer['standings'][number];

/** What the target was before, since when it is what it is, why, and who made it so; old ones stay. */
export function RevisionsBlock({ answer }: { readonly answer: TargetAnswer }) {
  const { word } = useWords();
  const { programme, verdict, effective } = answer;
  const history = useQuery(targetHistoryQuery(programme.id, verdict.target, verdict.area));
  return (
    <section className="block" id="revisions">
      <h2>{word('target.block.revisions')}</h2>
      {history.error ? <ErrorState error={history.error} retry={() => void history.refetch()} /> : null}
      {history.data === undefined ? (
        history.error ? null : (
          <Skeleton rows={2} />
        )
      ) : (
        <>
          <StandingsTable history={history.data} verdict={verdict} effective={effective} />
          <ProposeChange history={history.data} answer={answer} />
        </>
      )}
    </section>
  );
}

interface StandingsTableProps {
  readonly history: TargetHistoryAnswer;
  readonly verdict: TargetAnswer['verdict'];
  readonly effective: string;
}

function StandingsTable({ history, verdict, effective }: StandingsTableProps) {
  const words = useWords();
  const { word, own } = words;
  const rows = history.standings.filter(({ from }) => from !== null);
  if (rows.length === 0) return <p className="empty-line">{word('target.no-revisions')}</p>;
  return (
    <table className="revisions">
      <thead>
        <tr>
          <th scope="col">{word('target.column.from')}</th>
          <th scope="col">{word('target.column.before')}</th>
          <th scope="col">{word('target.column.after')}</th>
          <th scope="col">{word('target.column.why')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ from, before, after, reason, document, change }) => (
          <tr key={change?.id ?? from}>
            <th scope="row">
              {from}
              {(from ?? '') <= effective ? null : <span className="origin-mark">{word('target.to-come')}</span>}
            </th>
            <td>{before === null ? word('target.not-set') : ruleText(words, verdict, before)}</td>
            <td>{ruleText(words, verdict, after)}</td>
            <td>
              {reason === null ? null : own(reason)}{' '}
              {document === null ? null : <span className="document-number">{document}</span>}
              <ChangedBy change={change} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ChangedBy({ change }: { readonly change: Standing['change'] }) {
  const { word } = useWords();
  if (change?.proposedBy == null || change.acceptedBy == null) return null;
  const { proposedBy: proposer, acceptedBy: accepter } = change;
  return <span className="changed-by">{word('target.changed-by', { proposer, accepter })}</span>;
}
