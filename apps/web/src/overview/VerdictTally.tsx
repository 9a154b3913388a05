import type { Verdict, VerdictWord } from '@zhiheng/programme';
import { VerdictMark } from '../marks/VerdictMark.js';
import { verdictWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';
import { isGroup } from './target-order.js';

const order: readonly VerdictWord[] = ['met', 'on-track', 'at-risk', 'not-met', 'cannot-tell'];

/** How many targets stand at each verdict; a group is not counted beside its parts. */
export function VerdictTally({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  const { word } = useWords();
  const targets = verdicts.filter((verdict) => !isGroup(verdict));
  return (
    <ul className="tally" aria-label={word('overview.tally')}>
      {order.map((verdict) => {
        const count = targets.filter((target) => target.verdict === verdict).length;
        return count === 0 ? null : (
          <li key={verdict}>
            <VerdictMark verdict={verdict} /> {word(verdictWords[verdict])} <b>{count}</b>
          </li>
        );
      })}
    </ul>
  );
}
