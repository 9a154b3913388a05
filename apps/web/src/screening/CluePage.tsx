import { useQuery } from '@tanstack/react-query';
import type { ScreenClue, ScreenOverview, ScreenShowAnswer } from '@zhiheng/office';
import { type KeyboardEvent, useRef } from 'react';
import { shownQuery } from '../api/screening-queries.js';
import { TimeText } from '../staff/TimeText.js';
import { useWords } from '../words/words.js';
import { ClueTable } from './ClueTable.js';
import { Comparison } from './Comparison.js';
import { EvidenceFacts } from './EvidenceFacts.js';
import { GroundFacts } from './GroundFacts.js';
import { OtherList } from './OtherList.js';
import { OwnTexts } from './OwnTexts.js';
import { ShownLink } from './ShownLink.js';
import { StrengthMark } from './StrengthMark.js';
import type { ShownState } from './shown-state.js';
import { stepOfKey } from './walk-keys.js';

export interface CluePageProps {
  readonly answer: ScreenShowAnswer;
  readonly overview: ScreenOverview;
  readonly state: ShownState;
  readonly set: (change: ShownState) => void;
}

/** One clue: its ground, what speaks for it, and what else is known of the application. */
export function CluePage({ answer, overview, state, set }: CluePageProps) {
  const { word } = useWords();
  const [clue] = answer.clues;
  if (clue === undefined) return null;
  return (
    <>
      <section className="block" aria-label={word('screening.clue')}>
        <GroundFacts clue={clue} overview={overview} />
      </section>
      <section className="block" aria-labelledby="clue-evidence">
        <h2 id="clue-evidence">{word('screening.evidence')}</h2>
        <EvidenceFacts clue={clue} run={state.run} />
        {clue.evidence.total === 0 ? (
          <OwnTexts application={clue.application} run={state.run} />
        ) : (
          <Others clue={clue} state={state} set={set} />
        )}
      </section>
      <Beside {...{ answer, clue, overview, run: state.run }} />
      <section className="block" aria-labelledby="clue-seen">
        <h2 id="clue-seen">{word('screening.seen')}</h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by the keyboard */}
        <section className="wide" aria-label={word('screening.seen')} tabIndex={0}>
          <table className="values">
            <caption className="unseen">{word('screening.seen')}</caption>
            <thead>
              <tr>
                <th scope="col">{word('screening.run.release')}</th>
                <th scope="col">{word('screening.run.time')}</th>
                <th scope="col">{word('screening.rule')}</th>
                <th scope="col">{word('screening.strength')}</th>
              </tr>
            </thead>
            <tbody>
              {answer.seen.map(({ run, release, createdAt, ruleVersion, strength }) => (
                <tr key={run} aria-current={run === clue.run ? 'true' : undefined}>
                  <th scope="row">
                    <ShownLink id={clue.id} run={run}>
                      {release}
                    </ShownLink>
                  </th>
                  <td>
                    <TimeText time={createdAt} />
                  </td>
                  <td>
                    <code>{ruleVersion}</code>
                  </td>
                  <td>
                    <StrengthMark
                      strength={strength}
                      of={strength >= 0.7 ? 'strong' : strength >= 0.4 ? 'moderate' : 'weak'}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </section>
    </>
  );
}

interface OthersProps extends Pick<CluePageProps, 'state' | 'set'> {
  readonly clue: ScreenClue;
}

/** The other applications, of which one is chosen to be read beside this one. */
function Others({ clue, state, set }: OthersProps) {
  const { word } = useWords();
  const board = useRef<HTMLDivElement>(null);
  const { others } = clue.evidence;
  const hasTexts = others.some(({ passages, slots }) => passages !== undefined || slots !== undefined);
  const current = state.with ?? (hasTexts ? (others[0]?.application ?? null) : null);
  const walk = (event: KeyboardEvent) => {
    const step = stepOfKey(event);
    if (step === 0 || others.length === 0) return;
    event.preventDefault();
    const at = others.findIndex(({ application }) => application === current) + step;
    const next = others[Math.min(Math.max(at, 0), others.length - 1)]?.application ?? '';
    set({ with: next });
    board.current?.querySelector<HTMLElement>(`[data-member="${CSS.escape(next)}"]`)?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons within, which reach them too
    <div ref={board} onKeyDown={walk}>
      <h3>{word('screening.others')}</h3>
      <p className="remark">
        {word('screening.others.explained')} <kbd>j</kbd> <kbd>k</kbd> {word('screening.members.walk')}
      </p>
      <OtherList clue={clue} run={state.run} current={current} choose={(one) => set({ with: one })} />
      {current === null ? null : (
        <>
          <h3>{word('screening.texts')}</h3>
          <Comparison a={clue.application} b={current} run={state.run} />
        </>
      )}
    </div>
  );
}

interface BesideProps {
  readonly answer: ScreenShowAnswer;
  readonly clue: ScreenClue;
  readonly overview: ScreenOverview;
  readonly run: string | undefined;
}

/** The groups of the application and its other clues. */
function Beside({ answer, clue, overview, run }: BesideProps) {
  const { word } = useWords();
  const { data } = useQuery(shownQuery(clue.application, run));
  const others = data?.clues.filter(({ id }) => id !== clue.id) ?? [];
  return (
    <section className="block" aria-labelledby="clue-beside">
      <h2 id="clue-beside">{word('screening.beside')}</h2>
      <GroupLinks groups={answer.groups} run={run} />
      {others.length === 0 ? (
        <p className="empty-line">{word('screening.beside.none')}</p>
      ) : (
        <ClueTable clues={others} overview={overview} run={run} caption={word('screening.beside')} />
      )}
    </section>
  );
}

/** The groups that an application stands in. */
export function GroupLinks({ groups, run }: { readonly groups: readonly string[]; readonly run: string | undefined }) {
  const { word } = useWords();
  return (
    <p>
      {word('screening.groups')}
      {word('screening.colon')}
      {groups.length === 0 ? word('screening.none') : null}
      {groups.map((id, index) => (
        <span key={id}>
          {index === 0 ? null : word('list.comma')}
          <ShownLink id={id} run={run} />
        </span>
      ))}
    </p>
  );
}
