import type { TaskRulesAnswer, TaskShown } from '@zhiheng/office';
import { TimeText } from '../staff/TimeText.js';
import { useOrganisationNames } from '../staff/useOrganisationNames.js';
import { useWords, type Words } from '../words/words.js';
import { ruleWord } from './rule-word.js';
import { isTaskState, taskActWords, taskStateWords } from './task-words.js';

type Entry = TaskShown['history'][number];

/** Every act on a task, the newest first: who, when, from which state to which, and with what words. */
export function TaskHistory({ task, rules }: { readonly task: TaskShown; readonly rules: TaskRulesAnswer }) {
  const words = useWords();
  const { word } = words;
  const nameOf = useOrganisationNames();
  const stateWord = (state: string) => (isTaskState(state) ? word(taskStateWords[state]) : state);
  return (
    <section className="block">
      <h2>{word('task.history', { n: task.history.length })}</h2>
      <ol className="lines task-history" reversed>
        {task.history.toReversed().map((entry) => (
          <li key={entry.version}>
            <span>
              <strong>{word(taskActWords[entry.act] ?? 'task.act.other')}</strong>{' '}
              {entry.from === entry.to ? null : <span className="unit">→ {stateWord(entry.to)}</span>}
              {movedOf(entry, task).map(({ from, to }) => (
                <span key={to.day} className="fault-part">
                  {from?.day ?? word('task.no-due')} → {to.day}
                  {to.provisional ? ` ${word('task.due.provisional')}` : null}
                </span>
              ))}
              {saidOf(entry, task, words, rules, nameOf).map((said) => (
                <span key={said} className="fault-part">
                  {said}
                </span>
              ))}
            </span>
            <span className="unit">
              {entry.onBehalfOf === null
                ? entry.person
                : word('task.on-behalf', { person: entry.person, of: entry.onBehalfOf })}{' '}
              · <TimeText time={entry.time} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The day that an act moved. */
function movedOf({ act, time }: Entry, { movedDays }: TaskShown): TaskShown['movedDays'] {
  return movedDays.filter((moved) => moved.act === act && moved.time === time);
}

/** What an act was done with, in words. */
function saidOf(
  { input }: Entry,
  task: TaskShown,
  words: Words,
  rules: TaskRulesAnswer,
  nameOf: (id: string) => string,
): string[] {
  const text = (field: string) => {
    const value = input[field];
    return value === undefined || value === null || value === '' ? null : String(value);
  };
  const [state, reason, to, file, milestone] = ['state', 'reason', 'to', 'file', 'milestone'].map(text);
  const said = [
    state == null ? null : ruleWord(words, rules.progress, state),
    reason == null ? null : ruleWord(words, rules.reasons, reason),
    to == null ? null : words.word('task.said.to', { owner: nameOf(to) }),
    file == null ? null : (task.evidence.find(({ sha256 }) => sha256 === file)?.name ?? file.slice(0, 12)),
    milestone == null ? null : (task.steps.find(({ place }) => String(place) === milestone)?.title ?? milestone),
    text('text'),
    text('note'),
  ];
  return said.filter((one) => one !== null);
}
