import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DecisionRow, DecisionRules, DecisionsAnswer } from '@zhiheng/office';
import type { LocalizedText } from '@zhiheng/vocabulary';
import { decisionsQuery } from '../../api/data-queries.js';
import { PageTurns } from '../../staff/PageTurns.js';
import { EmptyState } from '../../states/EmptyState.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import type { PageView } from '../page-view.js';
import { RulingText } from '../rulings/RulingText.js';
import { UndoForm } from '../rulings/UndoForm.js';
import { outcomeWord } from './decision-words.js';

export interface DecisionListProps {
  readonly view: PageView;
  readonly rules: DecisionRules;
  readonly mayDecide: boolean;
}

/** Decisions, the newest first; of one application also what they come to. */
export function DecisionList({ view, rules, mayDecide }: DecisionListProps) {
  const { word } = useWords();
  const turned = view.state.page === undefined ? [] : view.state.page.split('~');
  const application = view.state.words;
  const { data, error, refetch } = useQuery({
    ...decisionsQuery({ application, after: turned.at(-1) }),
    placeholderData: keepPreviousData,
  });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={8} />;
  if (data.rows.length === 0) {
    return (
      <EmptyState heading={word(application === undefined ? 'decisions.none.heading' : 'decisions.none-of.heading')}>
        <p>{word(application === undefined ? 'decisions.none.advice' : 'decisions.none-of.advice')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      {data.fact === null ? null : <FactText fact={data.fact} />}
      <table className="ruled settled">
        <caption className="unseen">{word('decisions.heading')}</caption>
        <thead>
          <tr>
            <th scope="col">{word('decisions.column.application')}</th>
            <th scope="col">{word('decisions.column.ground')}</th>
            <th scope="col">{word('decisions.column.outcome')}</th>
            <th scope="col">{word('decisions.column.effective')}</th>
            <th scope="col">{word('rulings.column.why')}</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <DecisionLine key={`${row.act}.${row.row}`} row={row} rules={rules} mayDecide={mayDecide} view={view} />
          ))}
        </tbody>
      </table>
      <PageTurns view={view} turned={turned} next={data.next} />
    </>
  );
}

function FactText({ fact }: { readonly fact: NonNullable<DecisionsAnswer['fact']> }) {
  const { word } = useWords();
  const { id, deductedOn, deductionGround, restoredOn } = fact;
  if (deductedOn !== null) {
    return (
      <p className="standing-fact">
        {word('decisions.deducted', { id, on: deductedOn, ground: deductionGround ?? '' })}
      </p>
    );
  }
  const key = restoredOn === null ? 'decisions.not-deducted' : 'decisions.restored-on';
  return <p className="standing-fact">{word(key, { id, on: restoredOn ?? '' })}</p>;
}

interface DecisionLineProps extends DecisionListProps {
  readonly row: DecisionRow;
}

function DecisionLine({ row, rules, mayDecide, view }: DecisionLineProps) {
  const { word, own } = useWords();
  const { application, ground, outcome, effectiveOn, act, person, time, reason, list, undone } = row;
  const names = rules.grounds.find(({ id }) => id === ground)?.names;
  return (
    <tr className={undone === null ? undefined : 'taken-back'}>
      <th scope="row">
        <button
          type="button"
          className="quiet"
          aria-label={word('decisions.look', { id: application })}
          onClick={() => view.set({ words: application, page: undefined })}
        >
          <code>{application}</code>
        </button>
      </th>
      <td data-heading={word('decisions.column.ground')}>
        <code>{ground}</code> {names === undefined ? null : own(names as LocalizedText)}
      </td>
      <td data-heading={word('decisions.column.outcome')}>{word(outcomeWord(outcome))}</td>
      <td data-heading={word('decisions.column.effective')} className="unbroken">
        {effectiveOn}
      </td>
      <td>
        <RulingText row={{ made: { act, person, onBehalfOf: null, time, reason }, undone, standing: 'in-next' }} />
        {list === null ? null : <span className="entry-id">{word('decisions.from-list', { list })}</span>}
        {mayDecide && undone === null && list === null ? (
          <UndoForm path={`decisions/${act}/undo`} act={act} of={application} sendsAct={false} />
        ) : null}
      </td>
    </tr>
  );
}
