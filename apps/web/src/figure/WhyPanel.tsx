import { useQuery } from '@tanstack/react-query';
import type { AreaAnswer, WhyAnswer } from '@zhiheng/office';
import { type WhyQuery, whyQuery } from '../api/queries.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { useWords } from '../words/words.js';
import { areaName } from './choice-names.js';
import { testWords } from './test-words.js';
import { WhyFacts } from './WhyFacts.js';
import { WhyTests } from './WhyTests.js';

export interface WhyPanelProps {
  readonly query: WhyQuery;
  readonly areas: readonly AreaAnswer[];
}

/** Why one record counts in a figure, or what leaves it out: every test with its answer and what it looked at. */
export function WhyPanel({ query, areas }: WhyPanelProps) {
  const { word } = useWords();
  const { data, error, refetch } = useQuery(whyQuery(query));
  return (
    <section className="why" aria-label={word('why.of', { id: query.id })}>
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Skeleton rows={4} /> : null}
      {data === undefined || error ? null : <Explained answer={data} areas={areas} />}
    </section>
  );
}

function Explained({ answer, areas }: { readonly answer: WhyAnswer; readonly areas: readonly AreaAnswer[] }) {
  const words = useWords();
  const { word } = words;
  const nameOf = (code: string) => areaName(words, areas, code);
  const reason = answer.leftOutBy === null ? '' : testWords(words, answer.leftOutBy, nameOf);
  return (
    <>
      <h3>
        {answer.admitted
          ? word(answer.followed === null ? 'why.counts' : 'why.in-cohort', { n: answer.tests.length })
          : word('why.left-out', { reason })}
      </h3>
      {answer.sql.agrees ? null : (
        <div className="own-fault" role="alert">
          <strong>{word('why.disagrees')}</strong>
          <p>
            {answer.sql.admitted
              ? word('why.sql-counts')
              : answer.sql.leftOutBy === null
                ? word('why.sql-absent')
                : word('why.sql-left-out', { reason: testWords(words, answer.sql.leftOutBy, nameOf) })}
          </p>
        </div>
      )}
      <WhyTests tests={answer.tests} nameOf={nameOf} />
      <WhyFacts answer={answer} nameOf={nameOf} />
    </>
  );
}
