import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { targetQuery } from '../api/queries.js';
import { SyntheticBand } from '../marks/SyntheticBand.js';
import { isGroup } from '../overview/target-order.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { usePageHead } from '../words/page-head.js';
import { useWords } from '../words/words.js';
import { JudgedBlock } from './JudgedBlock.js';
import { RegionsTable } from './RegionsTable.js';
import { RevisionsBlock } from './RevisionsBlock.js';
import { TargetHead } from './TargetHead.js';
import { TargetSentence } from './TargetSentence.js';
import { TargetTrendBlock } from './TargetTrendBlock.js';
import { ValuesBlock } from './ValuesBlock.js';
import { VerdictTable } from './VerdictTable.js';
import './target.css';

const route = getRouteApi('/$language/targets/$programme/$target');

/** One target: its verdict, how it came about, what it rests on, what it was before, and how it stands in regions. */
export function TargetPage() {
  const { word, own } = useWords();
  const { programme, target } = route.useParams();
  const answer = useQuery(targetQuery(programme, target, route.useSearch()));
  const { data } = answer;
  usePageHead(data === undefined ? target : own(data.verdict.names), word('target.description'));
  if (answer.error) return <ErrorState error={answer.error} retry={() => void answer.refetch()} />;
  if (data === undefined) {
    return (
      <article className="page">
        <header className="page-head">
          <h1>&nbsp;</h1>
        </header>
        <Skeleton rows={3} />
        <Skeleton rows={6} />
        <Skeleton rows={1} tall />
      </article>
    );
  }
  const { verdict, parts, regions } = data;
  const synthetic = [verdict, ...parts].some(({ dataset }) => dataset === 'synthetic');
  return (
    <article className="page target-page">
      <TargetHead answer={data} />
      {synthetic ? <SyntheticBand full /> : null}
      <TargetSentence answer={data} />
      {isGroup(verdict) ? (
        <section className="block" id="parts">
          <h2>{word('target.block.parts')}</h2>
          <VerdictTable
            head={word('overview.column.target')}
            rows={parts.map((part) => ({ key: part.target, name: own(part.names), verdict: part }))}
            programme={programme}
          />
        </section>
      ) : (
        <>
          <JudgedBlock answer={data} />
          <TargetTrendBlock answer={data} />
          <ValuesBlock answer={data} />
          <RevisionsBlock answer={data} />
        </>
      )}
      {verdict.area === null ? <RegionsTable regions={regions} programme={programme} /> : null}
    </article>
  );
}
