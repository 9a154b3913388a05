import type { PartyPairRow, PartyRow, PartyRulingRow } from '@zhiheng/office';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../../words/words.js';
import type { PageView } from '../page-view.js';
import { ReasonField } from '../rulings/ReasonField.js';
import { RulingFault } from '../rulings/RulingFault.js';
import { useRuling } from '../rulings/useRuling.js';
import { EvidenceLines } from './EvidenceLines.js';
import { PartyFacts } from './PartyFacts.js';
import { PartyLink } from './PartyLink.js';

export interface PairFormProps {
  readonly view: PageView;
  readonly pair: PartyPairRow;
  readonly mayDecide: boolean;
  /** Kept from pair to pair. */
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly later: () => void;
  readonly tell: (words: string | null) => void;
}

type Verdict = 'same' | 'apart';

const keys: Readonly<Record<string, Verdict | 'later'>> = { '1': 'same', '2': 'apart', '3': 'later' };

/** Two parties side by side with what speaks for and against their being one; keys 1 to 3 while nothing is being typed. */
export function PairForm({ view, pair, mayDecide, reason, setReason, later, tell }: PairFormProps) {
  const { word } = useWords();
  const { a, b, evidence } = pair;
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [kept, setKept] = useState(a.records >= b.records ? a.party : b.party);
  const { waiting, error, decide, refresh } = useRuling<PartyRulingRow>((row) =>
    tell(word(row.kind === 'merge' ? 'parties.done-same' : 'parties.done-apart', { a: named(a), b: named(b) })),
  );
  const section = useRef<HTMLFormElement>(null);
  const id = useId();
  // The next pair is looked at where the last one was decided.
  useEffect(() => section.current?.focus({ preventScroll: true }), []);
  const choose = (chosen: Verdict | 'later') => {
    if (chosen === 'later') return later();
    setVerdict(chosen);
    section.current?.querySelector<HTMLInputElement>('.reason input')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = keys[event.key];
    const typing = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (chosen === undefined || typing || event.ctrlKey || event.metaKey || event.altKey || !mayDecide) return;
    event.preventDefault();
    choose(chosen);
  };
  const send = () => {
    const merged = { a: kept === a.party ? b.party : a.party, b: kept, reason: reason.trim() };
    if (verdict === 'same') return decide('parties/merge', merged);
    return decide('parties/apart', { a: a.party, b: b.party, reason: reason.trim() });
  };
  return (
    <form
      ref={section}
      className="pair"
      tabIndex={-1}
      aria-label={word('parties.pair', { a: named(a), b: named(b) })}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (verdict !== null) void send();
      }}
    >
      <div className="pair-sides">
        <Side view={view} party={a} beside={b} />
        <Side view={view} party={b} beside={a} />
      </div>
      <h4>{word('parties.evidence')}</h4>
      <EvidenceLines evidence={evidence} />
      {mayDecide ? (
        <>
          <p className="verdicts">
            {(['same', 'apart'] as const).map((one, at) => (
              <button key={one} type="button" aria-pressed={verdict === one} onClick={() => choose(one)}>
                {word(one === 'same' ? 'parties.same' : 'parties.apart')} <kbd>{at + 1}</kbd>
              </button>
            ))}
            <button type="button" className="quiet" onClick={() => choose('later')}>
              {word('parties.later')} <kbd>3</kbd>
            </button>
          </p>
          {verdict === 'same' ? (
            <fieldset className="kept">
              <legend>{word('parties.keep')}</legend>
              {[a, b].map((one) => (
                <label key={one.party} className="radio">
                  <input type="radio" name={id} checked={kept === one.party} onChange={() => setKept(one.party)} />
                  <span>
                    <span lang="zh">{one.name ?? ''}</span> <code>{one.party}</code>
                  </span>
                </label>
              ))}
            </fieldset>
          ) : null}
          <ReasonField reason={reason} set={setReason} />
          <p>
            <button type="submit" className="main-act" disabled={waiting || verdict === null || reason.trim() === ''}>
              {word(verdict === 'apart' ? 'parties.send-apart' : 'parties.send-same')}
            </button>
          </p>
          <RulingFault error={error} refresh={refresh} />
        </>
      ) : (
        <p className="remark">{word('parties.may-not')}</p>
      )}
    </form>
  );
}

interface SideProps {
  readonly view: PageView;
  readonly party: PartyRow;
  readonly beside: PartyRow;
}

function Side({ view, party, beside }: SideProps) {
  return (
    <div className="pair-side">
      <p className="pair-name">
        <PartyLink view={view} party={party} beside={beside} />
      </p>
      <PartyFacts party={party} />
    </div>
  );
}

function named({ name, party }: PartyRow): string {
  return name ?? party;
}
