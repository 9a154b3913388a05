import { useQueryClient } from '@tanstack/react-query';
import type { DraftAnswer, SessionAnswer } from '@zhiheng/office';
import { lazy, Suspense, useRef, useState } from 'react';
import { draftQuery } from '../api/definition-queries.js';
import { Problem } from '../api/problem.js';
import { send } from '../api/send.js';
import { may } from '../api/session.js';
import { Tabs } from '../frame/Tabs.js';
import { ProblemText } from '../staff/FaultText.js';
import { useAct } from '../staff/useAct.js';
import { Skeleton } from '../states/Skeleton.js';
import { useWords } from '../words/words.js';
import type { EditorHandle } from './DefinitionEditor.js';
import { DifferenceTable } from './DifferenceTable.js';
import { DraftActs } from './DraftActs.js';
import { DraftCourse } from './DraftCourse.js';
import { FaultList } from './FaultList.js';
import { HistoryBlock } from './HistoryBlock.js';
import { LeaveAsked } from './LeaveAsked.js';
import { PreviewBlock } from './PreviewBlock.js';
import { useCheckedText } from './useCheckedText.js';

export interface DraftWorkbenchProps {
  readonly session: SessionAnswer;
  /** Left out: a new one, whose id stands in its text. */
  readonly indicator?: string;
  /** The open draft, or one that was asked for; null: there is none yet. */
  readonly draft: DraftAnswer | null;
  /** What the text begins with where there is no draft. */
  readonly begin: string;
  /** Ids that a new one may not have. */
  readonly taken?: readonly string[];
  /** After the first saving of a new one. */
  readonly saved?: (draft: DraftAnswer) => void;
}

/** The largest part of the page: what can be read without it does not wait. */
const DefinitionEditor = lazy(() =>
  import('./DefinitionEditor.js').then((module) => ({ default: module.DefinitionEditor })),
);

const noFaults: readonly never[] = [];

type Part = 'preview' | 'difference' | 'course' | 'history';

/** The text of a definition, its faults, what it would change, and what may be done with it. */
export function DraftWorkbench({ session, indicator, draft: given, begin, taken = [], saved }: DraftWorkbenchProps) {
  const { word } = useWords();
  const queries = useQueryClient();
  const editor = useRef<EditorHandle>(null);
  const [draft, setDraft] = useState(given);
  const kept = draft === null ? begin : textOf(draft);
  const [text, setText] = useState(kept);
  const [note, setNote] = useState('');
  const [part, setPart] = useState<Part>(given?.state === 'submitted' ? 'difference' : 'preview');
  const { waiting, error, run } = useAct();
  const drafting = may(session, 'definitions:draft');
  const over = draft !== null && (draft.state === 'published' || draft.state === 'withdrawn');
  const locked = !drafting || over || draft?.state === 'submitted' || draft?.takesBack != null;
  const checked = useCheckedText(
    text,
    indicator ?? draft?.indicator,
    may(session, 'indicators:check') && draft?.takesBack == null,
  );
  const sound = checked.check?.ok === true && !checked.waiting;
  const unsaved = !locked && text !== kept;
  const put = (next: string) => {
    setText(next);
    editor.current?.replace(next);
  };
  /** The draft as it is kept now; what stands on the page stays. */
  const keep = (next: DraftAnswer) => {
    setDraft(next);
    queries.setQueryData(draftQuery(next.draft).queryKey, next);
  };
  const take = (next: DraftAnswer) => {
    keep(next);
    put(textOf(next));
  };
  const save = async () => {
    const seen = draft === null ? { version: 0 } : { draft: draft.draft, version: draft.version };
    const body = { text, ...(indicator && { id: indicator }), ...(note.trim() && { note: note.trim() }), ...seen };
    const next = await run(() => send<DraftAnswer>('POST', 'definitions/drafts', body));
    if (next === undefined) return;
    keep(next);
    setNote('');
    saved?.(next);
  };
  const lookAgain = async (mine: boolean) => {
    const id = draft?.indicator ?? indicator;
    if (id === undefined) return;
    const next = await run(() => queries.fetchQuery({ ...draftQuery(id), staleTime: 0 }));
    if (next === undefined) return;
    if (mine) keep(next);
    else take(next);
  };
  const double = taken.find((one) => new RegExp(`^id:[ \\t]*["']?${one}["']?[ \\t]*$`, 'm').test(text));
  const beginAgain = () => {
    setDraft(null);
    put(begin);
  };
  const moved = error instanceof Problem && error.answer.code === 'state-changed';
  const tabs = [
    ...(drafting && draft?.takesBack == null ? [{ name: 'preview' as const, label: word('editor.preview') }] : []),
    ...(draft === null
      ? []
      : [
          { name: 'difference' as const, label: word('editor.difference') },
          { name: 'course' as const, label: word('editor.course') },
        ]),
    ...(indicator === undefined ? [] : [{ name: 'history' as const, label: word('editor.history') }]),
  ];
  const current = tabs.find(({ name }) => name === part)?.name ?? tabs[0]?.name;
  return (
    <div className="workbench">
      <LeaveAsked unsaved={unsaved} />
      <section className="workbench-text" aria-label={word('editor.label')}>
        <Suspense fallback={<Skeleton rows={12} />}>
          <DefinitionEditor
            label={word('editor.label')}
            begin={text}
            change={setText}
            faults={checked.check?.faults ?? noFaults}
            locked={locked}
            handle={editor}
          />
        </Suspense>
        <div className="acts workbench-acts">
          {locked ? null : (
            <>
              <label className="choice note">
                <span>{word('editor.note')}</span>
                <input type="text" value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
              </label>
              <button
                type="button"
                className="main-act"
                disabled={waiting || !unsaved || double !== undefined}
                onClick={() => void save()}
              >
                {word('editor.save')}
              </button>
              <span className="unit" role="status">
                {word(unsaved ? 'editor.unsaved' : draft === null ? 'editor.not-a-draft' : 'editor.saved')}
              </span>
            </>
          )}
        </div>
        {double === undefined ? null : <p className="problem">{word('editor.taken', { id: double })}</p>}
        {over ? (
          <p className="acts">
            <span className={draft.state === 'published' ? 'right' : ''} role="status">
              {word(draft.state === 'published' ? 'drafts.over.published' : 'drafts.over.withdrawn')}
            </span>
            {drafting ? (
              <button type="button" onClick={beginAgain}>
                {word('editor.begin-again')}
              </button>
            ) : null}
          </p>
        ) : null}
        {error === null ? null : <ProblemText error={error} />}
        {moved ? (
          <p className="acts">
            <button type="button" onClick={() => void lookAgain(false)}>
              {word('editor.take-theirs')}
            </button>
            <button type="button" onClick={() => void lookAgain(true)}>
              {word('editor.keep-mine')}
            </button>
          </p>
        ) : null}
        {draft === null || over ? null : <DraftActs draft={draft} unsaved={unsaved} sound={sound} acted={take} />}
      </section>
      {draft?.takesBack != null ? (
        <p className="remark">{word('drafts.takes-back')}</p>
      ) : (
        <FaultList checked={checked} goTo={(fault) => editor.current?.goTo(fault)} />
      )}
      {current === undefined ? null : (
        <section className="workbench-parts">
          <Tabs label={word('editor.parts')} tabs={tabs} current={current} choose={setPart}>
            {current === 'preview' ? (
              <PreviewBlock session={session} text={text} id={indicator ?? draft?.indicator} sound={sound} />
            ) : null}
            {current === 'difference' && draft !== null ? (
              <DifferenceTable lines={draft.difference} label={word('editor.difference')} />
            ) : null}
            {current === 'course' && draft !== null ? <DraftCourse draft={draft} /> : null}
            {current === 'history' && indicator !== undefined ? (
              <HistoryBlock
                session={session}
                indicator={indicator}
                busy={draft !== null && !over}
                acted={(next) => {
                  take(next);
                  setPart('difference');
                }}
              />
            ) : null}
          </Tabs>
        </section>
      )}
    </div>
  );
}

/** The newest text of a draft; of a proposal without one, what would hold again. */
function textOf({ text, difference }: DraftAnswer): string {
  const lines = difference.filter(({ kind }) => kind !== 'removed').map(({ line }) => `${line}\n`);
  return text ?? lines.join('');
}
