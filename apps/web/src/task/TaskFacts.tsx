import type { TaskRulesAnswer, TaskShown } from '@zhiheng/office';
import type { ReactNode } from 'react';
import { FactList } from '../frame/FactList.js';
import { TimeText } from '../staff/TimeText.js';
import { useAreaNames } from '../staff/useAreaNames.js';
import { useOrganisationNames } from '../staff/useOrganisationNames.js';
import { useWords } from '../words/words.js';
import { DueText } from './DueText.js';
import { ruleWord } from './rule-word.js';
import { taskActWords } from './task-words.js';

/** Who, by when, what is to be shown, the newest word on how it stands, and why it last came back. */
export function TaskFacts({ task, rules }: { readonly task: TaskShown; readonly rules: TaskRulesAnswer }) {
  const words = useWords();
  const { word } = words;
  const nameOf = useOrganisationNames();
  const { nameOf: areaName } = useAreaNames(task.area === null ? [] : [task.area]);
  const { progress, cameBack } = task;
  const facts: [string, ReactNode][] = [
    [word('task.fact.owner'), nameOf(task.owner)],
    [
      word('task.fact.supporting'),
      task.supporting.length === 0 ? null : task.supporting.map(nameOf).join(word('list.comma')),
    ],
    [word('task.fact.area'), task.area === null ? null : areaName(task.area)],
    [
      word('task.fact.assigned'),
      <>
        {nameOf(task.assignedBy)} <TimeText time={task.assignedAt} />
      </>,
    ],
    [word('task.fact.due'), <DueText key="due" due={task.due} stated />],
    [word('task.fact.wanted'), task.wanted ?? <span className="unit">{word('task.wanted-none')}</span>],
    [
      word('task.fact.progress'),
      progress === null ? (
        <span key="none" className="unit">
          {word('task.progress-none')}
        </span>
      ) : (
        <>
          <strong>{ruleWord(words, rules.progress, progress.state)}</strong> {progress.text}{' '}
          <span className="unit">
            <TimeText time={progress.time} />
          </span>
        </>
      ),
    ],
    [
      word('task.fact.came-back'),
      cameBack === null ? null : (
        <>
          {word(taskActWords[cameBack.act] ?? 'task.act.return')}
          {word('list.colon')}
          {ruleWord(words, rules.reasons, cameBack.reason)}
          {cameBack.note === null ? null : <span className="unit"> {cameBack.note}</span>}
        </>
      ),
    ],
  ];
  return (
    <section className="block">
      <h2>{word('task.facts')}</h2>
      <FactList facts={facts} />
      {rules.provisional ? <p className="remark">{word('task.rules-provisional', { soon: rules.soon })}</p> : null}
    </section>
  );
}
