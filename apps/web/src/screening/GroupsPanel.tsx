import { useQuery } from '@tanstack/react-query';
import { groupsQuery, rowsOfPage } from '../api/screening-queries.js';
import { Count } from '../data/Count.js';
import { PageTurns } from '../staff/PageTurns.js';
import { EmptyState } from '../states/EmptyState.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { useWords } from '../words/words.js';
import type { ScreenedListProps } from './CluesPanel.js';
import { GroundName } from './GroundName.js';
import { ShownLink } from './ShownLink.js';
import { StrengthMark } from './StrengthMark.js';
import { turnedPages } from './screening-state.js';
import { shareText } from './share-text.js';

/** Groups of texts alike, page by page; what lies outside of the scope is counted. */
export function GroupsPanel({ overview: { grounds }, state, set }: ScreenedListProps) {
  const { word, language } = useWords();
  const { run } = state;
  const turned = turnedPages(state.after);
  const { data, error, refetch, isPlaceholderData } = useQuery(groupsQuery({ run, after: turned.at(-1) }));
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={8} />;
  const rows = data.slice(0, rowsOfPage);
  if (rows.length === 0) {
    return (
      <EmptyState heading={word('screening.groups.none')}>
        <p>{word('screening.groups.none.advice')}</p>
      </EmptyState>
    );
  }
  const next = data.length > rowsOfPage ? (rows.at(-1)?.id ?? null) : null;
  return (
    <>
      <table className="groups" aria-busy={isPlaceholderData}>
        <caption className="unseen">{word('screening.groups.heading')}</caption>
        <thead>
          <tr>
            <th scope="col">{word('screening.group')}</th>
            <th scope="col">{word('screening.core')}</th>
            <th scope="col" className="numeric">
              {word('screening.members')}
            </th>
            <th scope="col">{word('screening.days')}</th>
            <th scope="col">{word('screening.ground')}</th>
            <th scope="col">{word('screening.strength')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, core, counts, withheldByRight, ground, evidence, strength, strengthWord }) => (
            <tr key={id}>
              <th scope="row">
                <ShownLink id={id} run={run} />
              </th>
              <td>{core === null ? word('screening.masked') : <code>{core}</code>}</td>
              <td className="numeric" data-label={word('screening.members')}>
                <Count value={counts.members} />
                {withheldByRight === 0 ? null : (
                  <span className="unit"> {word('screening.masked-n', { n: withheldByRight })}</span>
                )}
              </td>
              <td className="unbroken">
                {evidence.firstFiled ?? '–'}
                {evidence.lastFiled === evidence.firstFiled ? null : ` – ${evidence.lastFiled ?? ''}`}
              </td>
              <td className="clue-ground">
                {ground === null ? word('screening.no-ground') : <GroundName id={ground} grounds={grounds} />}
              </td>
              <td className="unbroken">
                <StrengthMark strength={strength} of={strengthWord} />{' '}
                <span className="unit">
                  {shareText(evidence.leastJaccard, language)}
                  {evidence.mostJaccard === evidence.leastJaccard
                    ? null
                    : ` – ${shareText(evidence.mostJaccard, language)}`}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <PageTurns view={{ set: ({ page }) => set({ after: page }) }} turned={turned} next={next} />
    </>
  );
}
