import { getRouteApi } from '@tanstack/react-router';
import type { DecidedField, FieldState, FieldValue, ReviewAnswer, SessionAnswer } from '@zhiheng/office';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { may } from '../api/session.js';
import { ProblemText } from '../staff/FaultText.js';
import { Select } from '../staff/Field.js';
import { ProgressBar } from '../staff/ProgressBar.js';
import { useWords } from '../words/words.js';
import { AcceptPart } from './AcceptPart.js';
import { actKeys, actsOf, type FieldAct, FieldRow } from './FieldRow.js';
import { fieldStateWords } from './review-words.js';
import { SourceText } from './SourceText.js';
import { sourceBlocks } from './source-segments.js';
import { useReview } from './useReview.js';

const route = getRouteApi('/$language/guidelines/$draft');
/** From so many fields on, those out of sight are not laid out. */
const longDraft = 1500;
const states: readonly FieldState[] = ['waiting', 'accepted', 'corrected', 'rejected'];

export interface ReviewBoardProps {
  readonly review: ReviewAnswer;
  readonly session: SessionAnswer | undefined;
}

/** Left the source, right the fields; the one that is looked at stands out on both sides. Every act has its key. */
export function ReviewBoard({ review, session }: ReviewBoardProps) {
  const { word } = useWords();
  const { show } = route.useSearch();
  const navigate = route.useNavigate();
  const { draft, fields, counts, programme, lines, repeated, languages } = review;
  const { waiting, error, run, decide, path } = useReview(draft);
  const [current, setCurrent] = useState<string | null>(null);
  const [editing, setEditing] = useState(false);
  const board = useRef<HTMLDivElement>(null);
  const open = programme === null && may(session, 'guidelines:review');
  // Places do not move while decisions are made.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the places of fields are looked at
  const blocks = useMemo(() => sourceBlocks(review), [draft, lines, repeated]);
  const shown = fields.filter(({ id, state }) => show === undefined || state === show || id === current);
  const head = (id: string | null) =>
    board.current?.querySelector<HTMLElement>(`[data-head="${CSS.escape(id ?? '')}"]`) ?? null;

  const select = useCallback((id: string) => {
    setEditing(false);
    setCurrent(id);
  }, []);
  useEffect(() => {
    if (current === null) return;
    for (const selector of [`.source [data-field="${CSS.escape(current)}"]`, `[data-head="${CSS.escape(current)}"]`])
      showIn(board.current?.querySelector(selector) ?? null);
  }, [current]);
  const step = (by: number) => {
    const at = shown.findIndex(({ id }) => id === current);
    const next = shown[Math.min(Math.max(at + by, 0), shown.length - 1)];
    if (next === undefined) return;
    select(next.id);
    head(next.id)?.focus();
  };
  const act = async (field: DecidedField, one: FieldAct) => {
    if (one === 'correct') {
      setEditing(true);
      return;
    }
    const kept = await decide(
      field,
      one === 'accept-beneath' ? { decision: 'accept', beneath: true } : { decision: one },
    );
    if (kept && one !== 'undo') step(1);
    else head(field.id)?.focus();
  };
  const correct = async (field: DecidedField, value: FieldValue, note: string) => {
    const kept = await decide(field, { decision: 'correct', value, ...(note === '' ? {} : { note }) });
    if (!kept) return;
    setEditing(false);
    step(1);
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    const found = fields.find(({ id }) => id === current);
    const by =
      event.key === 'j' || event.key === 'ArrowDown' ? 1 : event.key === 'k' || event.key === 'ArrowUp' ? -1 : 0;
    const named = (Object.keys(actKeys) as FieldAct[]).find((one) => actKeys[one] === event.key);
    if (by !== 0) step(by);
    else if (named !== undefined && found !== undefined && actsOf(found.kind).includes(named) && open && !waiting)
      void act(found, named);
    else return;
    event.preventDefault();
  };
  const done = fields.length - counts.waiting;
  return (
    <>
      <div className="review-head">
        <p className="review-progress" role="status">
          <ProgressBar label={word('review.progress')} done={done} total={fields.length} />{' '}
          {word('review.done', { done, total: fields.length })}
          {states.map((state) => (
            <span key={state} className="unit">
              {word(fieldStateWords[state])} {counts[state]}
            </span>
          ))}
        </p>
        <Select
          label={word('review.show')}
          value={show ?? ''}
          set={(state) => void navigate({ search: { show: state === '' ? undefined : state }, resetScroll: false })}
          options={[
            ['', word('review.show.all')],
            ...states.map((state) => [state, word(fieldStateWords[state])] as const),
          ]}
        />
        <p className="review-keys">
          <kbd>j</kbd>
          <kbd>k</kbd> {word('review.keys.walk')} <kbd>a</kbd> {word('review.act.accept')} <kbd>Shift+A</kbd>{' '}
          {word('review.act.accept-beneath')} <kbd>e</kbd> {word('review.act.correct')} <kbd>r</kbd>{' '}
          {word('review.act.reject')} <kbd>u</kbd> {word('review.act.undo')}
        </p>
      </div>
      {error === null ? null : <ProblemText error={error} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons within, which reach them too */}
      <div className={fields.length > longDraft ? 'review-board long' : 'review-board'} ref={board} onKeyDown={press}>
        <SourceText blocks={blocks} language={languages[0] ?? 'zh-Hans'} current={current} select={select} />
        <section className="fields" aria-label={word('review.fields')}>
          {shown.length === 0 ? <p className="empty-line">{word('review.show.none')}</p> : null}
          <ol>
            {shown.map((field) => (
              <FieldRow
                key={field.id}
                field={field}
                languages={languages}
                current={field.id === current}
                editing={editing && field.id === current}
                open={open}
                waiting={waiting}
                select={select}
                act={(one, how) => void act(one, how)}
                correct={(one, value, note) => void correct(one, value, note)}
                leave={() => {
                  setEditing(false);
                  head(current)?.focus();
                }}
              />
            ))}
          </ol>
        </section>
      </div>
      <AcceptPart review={review} session={session} run={run} waiting={waiting} path={path} decide={decide} />
    </>
  );
}

const isWriting = (target: EventTarget) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, form') !== null;

/** Brings an element into sight within the box that scrolls it, and leaves the page where it is. */
function showIn(element: Element | null): void {
  const box = element?.closest<HTMLElement>('.source, .fields') ?? null;
  if (element === null || box === null) return;
  const whole = element.closest('.field') ?? element;
  const [inner, outer] = [whole.getBoundingClientRect(), box.getBoundingClientRect()];
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
  box.scrollTop += inner.top - outer.top - outer.height / 3;
}
