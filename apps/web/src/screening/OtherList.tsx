import type { ScreenClue } from '@zhiheng/office';
import { useAreaNames } from '../staff/useAreaNames.js';
import { useWords } from '../words/words.js';
import { ChosenMember } from './ChosenMember.js';
import { SlotTable } from './ExchangeTable.js';
import { factsInOrder } from './evidence-words.js';
import { FactValue, useFactName } from './FactValue.js';
import { languageOf } from './RecordText.js';
import { ShownLink } from './ShownLink.js';

export interface OtherListProps {
  readonly clue: ScreenClue;
  readonly run: string | undefined;
  readonly current: string | null;
  readonly choose: (application: string) => void;
}

/** The other applications that a clue rests on: what connects the two, what both texts have, what is exchanged. */
export function OtherList({ clue, run, current, choose }: OtherListProps) {
  const { word } = useWords();
  const factName = useFactName();
  const { others, total, withheldByRight } = clue.evidence;
  const { nameOf } = useAreaNames(others.flatMap(({ facts }) => (typeof facts.area === 'string' ? [facts.area] : [])));
  return (
    <>
      <p className="remark">
        {word('screening.others.n', { total, listed: others.length })}
        {withheldByRight === 0 ? null : ` ${word('screening.others.masked', { n: withheldByRight })}`}
      </p>
      <ol className="other-list">
        {others.map(({ application, facts, passages = [], slots = [] }) => (
          <li key={application} aria-current={application === current ? 'true' : undefined}>
            <p className="other-head">
              <ChosenMember application={application} current={current} choose={choose} />
              {factsInOrder(facts).map(([name, value]) => (
                <span key={name}>
                  <span className="unit">{factName(name, value)}</span>{' '}
                  <FactValue name={name} value={value} areaName={nameOf} />
                </span>
              ))}
              <ShownLink id={application} run={run}>
                {word('screening.others.clues')}
              </ShownLink>
            </p>
            {passages.length === 0 ? null : (
              <ul className="passages" aria-label={word('screening.passages')}>
                {passages.map(({ at, text }) => (
                  <li key={at}>
                    <mark className="shared" lang={languageOf(text)}>
                      {text}
                    </mark>
                  </li>
                ))}
              </ul>
            )}
            {slots.length === 0 ? null : <SlotTable slots={slots} />}
          </li>
        ))}
      </ol>
    </>
  );
}
