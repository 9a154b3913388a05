import type { SettledRow, UnresolvedRow } from '@zhiheng/office';
import { useState } from 'react';
import { useWords } from '../../words/words.js';
import { ReasonField } from '../rulings/ReasonField.js';
import { RulingFault } from '../rulings/RulingFault.js';
import { useRuling } from '../rulings/useRuling.js';
import { AlikeAddresses } from './AlikeAddresses.js';
import { CandidateChoice } from './CandidateChoice.js';
import { EvidenceList } from './EvidenceList.js';

export interface SettleFormProps {
  readonly row: UnresolvedRow;
  readonly maySettle: boolean;
  readonly tell: (words: string | null) => void;
}

/** What an address may mean, side by side; the area that is chosen, for it alone or for others of the same candidates too. */
export function SettleForm({ row, maySettle, tell }: SettleFormProps) {
  const { word, own } = useWords();
  const [area, setArea] = useState(row.suggested?.area ?? '');
  const [reason, setReason] = useState('');
  const [others, setOthers] = useState<readonly string[]>([]);
  const { waiting, error, decide, refresh } = useRuling<SettledRow[]>((settled) => {
    const place = settled[0]?.settled;
    tell(word('settling.done', { n: settled.length, area: place === undefined ? area : own(place.names) }));
  });
  const ids = [row.id, ...others];
  return (
    <form
      className="settle-form"
      aria-label={word('settling.form', { address: row.address ?? row.id })}
      onSubmit={(event) => {
        event.preventDefault();
        void decide('areas/settle', { ids, area: area.trim(), reason: reason.trim() });
      }}
    >
      <EvidenceList row={row} />
      <CandidateChoice row={row} area={area} set={maySettle ? setArea : null} />
      {maySettle ? (
        <>
          {row.alike === 0 ? null : <AlikeAddresses row={row} chosen={others} choose={setOthers} />}
          <ReasonField reason={reason} set={setReason} />
          <p>
            <button type="submit" className="main-act" disabled={waiting || area.trim() === '' || reason.trim() === ''}>
              {word('settling.settle', { n: ids.length })}
            </button>
          </p>
          <RulingFault error={error} refresh={refresh} />
        </>
      ) : (
        <p className="remark">{word('settling.may-not')}</p>
      )}
    </form>
  );
}
