import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { decisionRulesQuery } from '../../api/data-queries.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import type { PageView } from '../page-view.js';
import { WordsSearch } from '../rulings/WordsSearch.js';
import { DecidedLists } from './DecidedLists.js';
import { DecideForm } from './DecideForm.js';
import { DecisionList } from './DecisionList.js';
import { DecisionRulesText } from './DecisionRulesText.js';
import { ImportForm } from './ImportForm.js';

export interface DecisionsPanelProps {
  readonly view: PageView;
  readonly mayDecide: boolean;
  readonly mayImport: boolean;
}

/** What was decided about abnormal applications, here or elsewhere, and what of it is deducted. */
export function DecisionsPanel({ view, mayDecide, mayImport }: DecisionsPanelProps) {
  const { word } = useWords();
  const { data: rules, error, refetch } = useQuery(decisionRulesQuery());
  const [told, setTold] = useState<string | null>(null);
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (rules === undefined) return <Skeleton rows={8} />;
  const application = view.state.words;
  return (
    <section className="decisions">
      <h2>{word('decisions.heading')}</h2>
      <p className="remark">{word('decisions.explained')}</p>
      <p className="remark">
        {rules.waiting === 0 ? word('decisions.none-waiting') : word('decisions.waiting', { n: rules.waiting })}
      </p>
      <DecisionRulesText rules={rules} />
      <output className="told" aria-live="polite">
        {told}
      </output>
      {mayDecide ? (
        <DecideForm key={application ?? ''} rules={rules} application={application ?? ''} tell={setTold} />
      ) : null}
      {mayImport ? <ImportForm tell={setTold} /> : null}
      <DecidedLists mayDecide={mayDecide} />
      <WordsSearch
        key={`search ${application ?? ''}`}
        label={word('decisions.of-application')}
        value={application}
        search={(words) => view.set({ words, page: undefined })}
      />
      <DecisionList view={view} rules={rules} mayDecide={mayDecide} />
    </section>
  );
}
