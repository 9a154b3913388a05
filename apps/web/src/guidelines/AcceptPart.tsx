import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AcceptAnswer, ReviewAnswer, SessionAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { guidelinesKey } from '../api/guideline-queries.js';
import { officeQuery } from '../api/queries.js';
import { send } from '../api/send.js';
import { may } from '../api/session.js';
import { AskedAct } from '../staff/AskedAct.js';
import { Field } from '../staff/Field.js';
import { useWords } from '../words/words.js';
import { EditionList } from './EditionList.js';
import { ReopenForm } from './ReopenForm.js';
import type { useReview } from './useReview.js';

export interface AcceptPartProps extends Pick<ReturnType<typeof useReview>, 'run' | 'waiting' | 'path' | 'decide'> {
  readonly review: ReviewAnswer;
  readonly session: SessionAnswer | undefined;
}

/** The end of a review: what is left is accepted only after asking, and a draft on which all was decided becomes a programme. */
export function AcceptPart({ review, session, run, waiting, path, decide }: AcceptPartProps) {
  const { word, language } = useWords();
  const queries = useQueryClient();
  const [id, setId] = useState('');
  const { counts, fields, programme } = review;
  if (programme !== null) {
    return (
      <section className="block">
        <p role="status">
          {word('review.in-force', { programme })}{' '}
          <Link to="/$language" params={{ language }} search={{ programme }}>
            {word('review.to-programme')}
          </Link>
        </p>
        {may(session, 'programmes:accept') ? <ReopenForm path={path} programme={programme} /> : null}
        <EditionList programme={programme} />
      </section>
    );
  }
  const lacking = fields.filter(
    ({ state, value, marks }) => state === 'waiting' && value === null && marks.includes('lacking'),
  );
  const left = counts.waiting - lacking.length;
  const accept = async () => {
    const body = id.trim() === '' ? {} : { id: id.trim() };
    const accepted = await run(() => send<AcceptAnswer>('POST', `${path}/accept`, body));
    if (accepted === undefined) return;
    await queries.invalidateQueries({ queryKey: [guidelinesKey] });
    await queries.invalidateQueries({ queryKey: officeQuery().queryKey });
  };
  return (
    <section className="block">
      <h2>{word('review.end')}</h2>
      {lacking.length === 0 ? null : <p>{word('review.lacking', { n: lacking.length })}</p>}
      {left > 0 && may(session, 'guidelines:review') ? (
        <p>
          <AskedAct
            label={word('review.accept-rest', { n: left })}
            question={word('review.accept-rest.question', { n: left })}
            act={() => decide(null, { decision: 'accept' })}
          />
        </p>
      ) : null}
      {counts.waiting > 0 ? <p className="remark">{word('review.still-waiting', { n: counts.waiting })}</p> : null}
      {counts.waiting === 0 && may(session, 'programmes:accept') ? (
        <form
          className="narrow-form"
          onSubmit={(event) => {
            event.preventDefault();
            void accept();
          }}
        >
          <Field label={word('review.id')} value={id} set={setId} />
          <button type="submit" className="main-act" disabled={waiting}>
            {word('review.accept')}
          </button>
        </form>
      ) : null}
    </section>
  );
}
