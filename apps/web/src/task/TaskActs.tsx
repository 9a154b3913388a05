import type { TaskRulesAnswer, TaskShown } from '@zhiheng/office';
import { type KeyboardEvent, useRef, useState } from 'react';
import { ProblemText } from '../staff/FaultText.js';
import { useAct } from '../staff/useAct.js';
import { useWords } from '../words/words.js';
import { atOnce, type OfferedAct, offeredActs } from './offered-acts.js';
import { TaskActForm } from './TaskActForm.js';
import { taskActWords } from './task-words.js';
import { useTaskAct } from './useTaskAct.js';

/** What whoever looks can do with a task now; every act has its key while the focus is here. */
export function TaskActs({ task, rules }: { readonly task: TaskShown; readonly rules: TaskRulesAnswer }) {
  const { word } = useWords();
  const [asked, setAsked] = useState<OfferedAct | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const { waiting, error, run } = useAct();
  const { post } = useTaskAct(task);
  const acts = offeredActs.filter(([act]) => task.acts.includes(act));
  const begin = (act: OfferedAct) => {
    const found = acts.find(([one]) => one === act);
    if (found === undefined || waiting) return;
    if (atOnce.includes(act)) void run(() => post(found[2]));
    else setAsked(act);
  };
  const leave = () => {
    const act = asked;
    setAsked(null);
    bar.current?.querySelector<HTMLElement>(`[data-act="${act}"]`)?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && asked !== null) {
      leave();
      event.preventDefault();
      return;
    }
    const writing = event.target instanceof HTMLElement && event.target.closest('input, select, textarea') !== null;
    if (writing || event.ctrlKey || event.metaKey || event.altKey) return;
    const found = acts.find(([, key]) => key === event.key);
    if (found === undefined) return;
    begin(found[0]);
    event.preventDefault();
  };
  const chosen = acts.find(([act]) => act === asked);
  return (
    <section className="block task-acts" aria-label={word('task.acts')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons within, which reach them too */}
      <div ref={bar} onKeyDown={press}>
        {acts.length === 0 ? (
          <p className="remark">{word('task.acts.none')}</p>
        ) : (
          <div className="acts act-bar">
            {acts.map(([act, key]) => (
              <button
                key={act}
                type="button"
                data-act={act}
                disabled={waiting}
                aria-expanded={atOnce.includes(act) ? undefined : asked === act}
                aria-keyshortcuts={key}
                onClick={() => (asked === act ? leave() : begin(act))}
              >
                {word(taskActWords[act] ?? 'task.act.other')} <kbd>{key}</kbd>
              </button>
            ))}
          </div>
        )}
        {error === null ? null : <ProblemText error={error} />}
        {chosen === undefined ? null : (
          <TaskActForm key={chosen[0]} task={task} rules={rules} act={chosen[0]} path={chosen[2]} leave={leave} />
        )}
      </div>
    </section>
  );
}
