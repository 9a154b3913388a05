import { useQuery } from '@tanstack/react-query';
import { officeQuery } from '../api/queries.js';
import { useSession } from '../api/session.js';
import { useWords } from '../words/words.js';
import { usePaperLine } from './usePaperLine.js';

/** Which office, release and vintage the page is read from. */
export function Footer() {
  const { word } = useWords();
  const session = useSession();
  const { data: office } = useQuery(officeQuery());
  const vintage = office?.vintage == null ? '' : word('footer.vintage', { vintage: office.vintage.slice(0, 12) });
  usePaperLine(`${vintage} · ${office === undefined ? '' : word('footer.today', { day: office.today })}`);
  return (
    <footer className="footer">
      {session?.accounts === false ? <p className="footer-line">{word('footer.first-start')}</p> : null}
      <span>
        {word('brand')} {office?.version ?? ''}
      </span>
      {office === undefined ? null : (
        <>
          <span>{word('footer.office', { office: office.office })}</span>
          {office.release === null ? null : <span>{word('footer.release', { release: office.release })}</span>}
          {office.vintage === null ? null : <span className="hash">{vintage}</span>}
          <span>{word('footer.today', { day: office.today })}</span>
        </>
      )}
    </footer>
  );
}
