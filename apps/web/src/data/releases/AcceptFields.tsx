import type { CheckStanding } from '@zhiheng/office';
import { useWords } from '../../words/words.js';
import { CheckLink } from '../checks/CheckLink.js';
import { checkName } from '../checks/check-words.js';
import { FoundCount } from '../checks/FoundCount.js';

export interface AcceptFieldsProps {
  /** The checks that hold a release back. */
  readonly blocking: readonly CheckStanding[];
  /** Reasons by the id of the check. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly set: (id: string, reason: string) => void;
}

/** One reason for each check that is accepted by name; none is accepted without. */
export function AcceptFields({ blocking, reasons, set }: AcceptFieldsProps) {
  const words = useWords();
  const { word } = words;
  return (
    <fieldset className="accept">
      <legend>{word('accept.heading')}</legend>
      <p className="remark">{word('accept.explained')}</p>
      {blocking.map((check) => (
        <div key={check.id} className="accepted-check">
          <p>
            <CheckLink check={check} release={undefined} /> <FoundCount check={check} />
          </p>
          <label className="choice">
            <span>{word('accept.reason', { check: checkName(words, check) })}</span>
            <textarea
              rows={2}
              maxLength={2000}
              value={reasons[check.id] ?? ''}
              onChange={(event) => set(check.id, event.target.value)}
            />
          </label>
        </div>
      ))}
    </fieldset>
  );
}
