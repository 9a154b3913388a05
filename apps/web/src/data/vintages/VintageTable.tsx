import type { VintageAnswer } from '@zhiheng/office';
import { Fragment, useState } from 'react';
import { TimeText } from '../../staff/TimeText.js';
import { useWords } from '../../words/words.js';
import { VintageActs } from './VintageActs.js';
import { VintageFacts } from './VintageFacts.js';

const standingWords = {
  computed: 'vintages.computed',
  proposed: 'vintages.proposed',
  published: 'vintages.published',
  superseded: 'vintages.superseded',
} as const;

/** Vintages, the newest first, each with who computed and who published it. */
export function VintageTable({ vintages }: { readonly vintages: readonly VintageAnswer[] }) {
  const { word } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <table className="vintages">
      <caption className="unseen">{word('vintages.list')}</caption>
      <thead>
        <tr>
          <th scope="col">{word('vintages.column.name')}</th>
          <th scope="col">{word('vintages.column.release')}</th>
          <th scope="col">{word('vintages.column.effective')}</th>
          <th scope="col">{word('vintages.column.standing')}</th>
          <th scope="col">{word('vintages.column.acts')}</th>
        </tr>
      </thead>
      <tbody>
        {vintages.map((one) => (
          <Fragment key={one.vintage}>
            <tr>
              <th scope="row" data-heading={word('vintages.column.name')}>
                <button
                  type="button"
                  className="opens"
                  aria-expanded={open === one.vintage}
                  onClick={() => setOpen(open === one.vintage ? null : one.vintage)}
                >
                  {one.vintage}
                </button>
                <br />
                <span className="unit">
                  <TimeText time={one.createdAt} /> {one.computedBy.join(word('list.comma'))}
                </span>
              </th>
              <td data-heading={word('vintages.column.release')}>{one.release}</td>
              <td data-heading={word('vintages.column.effective')}>{one.effective}</td>
              <td data-heading={word('vintages.column.standing')}>
                <Standing vintage={one} />
              </td>
              <td data-heading={word('vintages.column.acts')}>
                <VintageActs vintage={one} />
              </td>
            </tr>
            {open === one.vintage ? (
              <tr className="explained">
                <td colSpan={5}>
                  <VintageFacts name={one.vintage} />
                </td>
              </tr>
            ) : null}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Standing({ vintage: { standing, publication, proposal } }: { readonly vintage: VintageAnswer }) {
  const { word } = useWords();
  return (
    <>
      <strong className={standing === 'published' ? 'right' : ''}>{word(standingWords[standing])}</strong>
      {publication === null ? null : (
        <p className="remark">
          <TimeText time={publication.time} />{' '}
          {word('vintages.published-by', { signer: publication.signedBy, proposer: publication.proposedBy })}
          <q className="given-reason">{publication.reason}</q>
        </p>
      )}
      {proposal === null ? null : (
        <p className="remark">
          <TimeText time={proposal.proposedAt} /> {word('vintages.proposed-by', { proposer: proposal.proposedBy })}
          <q className="given-reason">{proposal.reason}</q>
        </p>
      )}
      {proposal?.returned == null ? null : (
        <p className="remark">
          <TimeText time={proposal.returned.time} /> {word('vintages.returned-by', { by: proposal.returned.by })}
          <q className="given-reason">{proposal.returned.reason}</q>
        </p>
      )}
    </>
  );
}
