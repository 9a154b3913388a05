import type { LinkAnswer } from '../../api/people-queries.js';
import { ShownOnce } from '../../staff/ShownOnce.js';
import { useWords } from '../../words/words.js';

const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' });

/** The one-time link of an account, as an address of this server; the token stands behind `#`, which no server sees. */
export function OneTimeLinkShown({ link, close }: { readonly link: LinkAnswer; readonly close: () => void }) {
  const { word, language } = useWords();
  return (
    <ShownOnce
      heading={word('link.heading', { account: link.account })}
      explained={word('link.explained', { until: format.format(new Date(link.expiresAt)) })}
      text={`${window.location.origin}/${language}/sign-in#link=${encodeURIComponent(link.token)}`}
      close={close}
    />
  );
}
