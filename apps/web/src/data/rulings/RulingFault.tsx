import { Problem } from '../../api/problem.js';
import { ProblemText } from '../../staff/FaultText.js';
import { useWords } from '../../words/words.js';

export interface RulingFaultProps {
  readonly error: unknown;
  readonly refresh: () => Promise<void>;
}

/** Why a decision was refused; where somebody else was first, a way to look at what stands now. */
export function RulingFault({ error, refresh }: RulingFaultProps) {
  const { word } = useWords();
  if (error === null) return null;
  const overtaken = error instanceof Problem && error.answer?.code === 'state-changed';
  return (
    <div>
      <ProblemText error={error} />
      {overtaken ? (
        <button type="button" className="quiet" onClick={() => void refresh()}>
          {word('rulings.look-again')}
        </button>
      ) : null}
    </div>
  );
}
