import { useQuery } from '@tanstack/react-query';
import type { FigureExplanation, RecordSide } from '@zhiheng/office';
import { useState } from 'react';
import { may, useSession } from '../../api/session.js';
import { type ExplainedQuery, explainedQuery } from '../../api/vintage-queries.js';
import { partLabel } from '../../figure/part-label.js';
import { periodName } from '../../numbers/period-name.js';
import { useAreaNames } from '../../staff/useAreaNames.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import { ComparedNumber } from './ComparedNumber.js';
import { PairedRecordsBlock } from './PairedRecordsBlock.js';
import { PublicationPair } from './PublicationPair.js';
import { RecordSum } from './RecordSum.js';
import { reasonsText } from './reasons-text.js';

/** Why a figure differs between two vintages: the reasons, the sum of its records, its parts, its publications. */
export function ExplanationPanel({ query }: { readonly query: ExplainedQuery }) {
  const words = useWords();
  const { word } = words;
  const session = useSession();
  const [side, setSide] = useState<RecordSide | null>(null);
  const { data, error, refetch } = useQuery(explainedQuery(query));
  if (session !== undefined && !may(session, 'records:read')) {
    return <p className="empty-line">{word('advice.not-allowed')}</p>;
  }
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={3} />;
  return (
    <div className="explanation">
      <p>
        {word('explain.reasons')}
        {word('list.colon')}
        {reasonsText(words, data.reasons)}
      </p>
      {data.records === null ? null : <RecordSum records={data.records} side={side} open={setSide} />}
      {side === null ? null : <PairedRecordsBlock key={side} query={query} side={side} />}
      <PublicationPair values={data.values} />
      <PartTable parts={data.parts} query={query} />
    </div>
  );
}

interface PartTableProps {
  readonly parts: FigureExplanation['parts'];
  readonly query: ExplainedQuery;
}

/** The parts of a made figure, each opened in turn. */
function PartTable({ parts, query }: PartTableProps) {
  const words = useWords();
  const { word, own } = words;
  const [open, setOpen] = useState<string | null>(null);
  const { nameOf } = useAreaNames(parts.map(({ area }) => area));
  if (parts.length === 0) return null;
  return (
    <>
      <ul className="lines explained-parts">
        {parts.map((part) => (
          <li key={part.part}>
            <span>
              {partLabel(words, part.part)} {own(part.names)} · {nameOf(part.area)} · {periodName(words, part.period)}
            </span>
            <span>
              <ComparedNumber row={{ ...part, beforeStatus: 'missing', afterStatus: 'missing' }} side="before" /> →{' '}
              <ComparedNumber row={{ ...part, beforeStatus: 'missing', afterStatus: 'missing' }} side="after" />
            </span>
            <button
              type="button"
              className="quiet"
              aria-expanded={open === part.part}
              onClick={() => setOpen(open === part.part ? null : part.part)}
            >
              {word(open === part.part ? 'compare.close' : 'compare.open')}
              <span className="unseen"> {own(part.names)}</span>
            </button>
          </li>
        ))}
      </ul>
      {open === null ? null : <ExplanationPanel key={open} query={{ ...query, part: open }} />}
    </>
  );
}
