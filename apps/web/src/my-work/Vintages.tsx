import { Link } from '@tanstack/react-router';
import type { MyWorkAnswer } from '@zhiheng/office';
import { TimeText } from '../staff/TimeText.js';
import { useWords } from '../words/words.js';

/** Vintages that wait for whoever is signed in: to be signed, or proposed again. */
export function Vintages({ vintages }: { readonly vintages: MyWorkAnswer['vintages'] }) {
  const { word, language } = useWords();
  if (vintages.length === 0) return null;
  return (
    <section className="block">
      <h2>{word('my-work.vintages')}</h2>
      <ul className="lines">
        {vintages.map(({ vintage, release, proposal }) => (
          <li key={vintage}>
            <span>
              <Link className="opens" to="/$language/data" params={{ language }} search={{ part: 'vintages' }}>
                {vintage} · {release}
              </Link>{' '}
              {proposal === null ? null : (
                <>
                  {word('vintages.proposed-by', { proposer: proposal.proposedBy })}{' '}
                  <span className="unit">
                    <TimeText time={proposal.proposedAt} />
                  </span>
                  <q className="given-reason">{proposal.reason}</q>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
