import type { PairedRecords, RecordSide } from '@zhiheng/office';
import { useWords } from '../../words/words.js';
import { Count } from '../Count.js';

export interface RecordSumProps {
  readonly records: PairedRecords;
  readonly side: RecordSide | null;
  readonly open: (side: RecordSide | null) => void;
}

/** Before, and what came, less what went, is after; each opens to its records. */
export function RecordSum({ records, side, open }: RecordSumProps) {
  const { word } = useWords();
  const { before, after, both, added, removed } = records;
  const opens = (name: RecordSide, label: string, count: number, more: string) => (
    <div>
      <dt>{label}</dt>
      <dd>
        <button
          type="button"
          className="opens"
          aria-expanded={side === name}
          disabled={count === 0}
          onClick={() => open(side === name ? null : name)}
        >
          <Count value={count} />
          <span className="unseen"> {label}</span>
        </button>
        {more === '' ? null : <span className="unit"> {more}</span>}
      </dd>
    </div>
  );
  return (
    <dl className="record-sum">
      <div>
        <dt>{word('explain.before')}</dt>
        <dd>
          <Count value={before} />
        </dd>
      </div>
      {opens('added', word('explain.added'), added.total, word('explain.added.parts', { ...added }))}
      {opens('removed', word('explain.removed'), removed.total, word('explain.removed.parts', { ...removed }))}
      <div>
        <dt>{word('explain.after')}</dt>
        <dd>
          <Count value={after} />
        </dd>
      </div>
      {opens('both', word('explain.both'), both, '')}
    </dl>
  );
}
