import { Fragment, useState } from 'react';
import type { ActAnswer } from '../../api/people-queries.js';
import { TimeText } from '../../staff/TimeText.js';
import { useWords } from '../../words/words.js';
import { ActDetail } from './ActDetail.js';
import { actWords } from './act-words.js';

/** Acts by number; each opens to what was before and after. */
export function ActTable({ acts, busy }: { readonly acts: readonly ActAnswer[]; readonly busy: boolean }) {
  const { word } = useWords();
  const [open, setOpen] = useState<number | null>(null);
  return (
    <table className="acts-table" aria-busy={busy}>
      <caption className="unseen">{word('audit.heading')}</caption>
      <thead>
        <tr>
          <th scope="col" className="numeric">
            {word('audit.number')}
          </th>
          <th scope="col">{word('audit.time')}</th>
          <th scope="col">{word('audit.person')}</th>
          <th scope="col">{word('audit.surface')}</th>
          <th scope="col">{word('audit.kind')}</th>
          <th scope="col">{word('audit.object')}</th>
        </tr>
      </thead>
      <tbody>
        {acts.map((act) => (
          <Fragment key={act.number}>
            <tr>
              <th scope="row" className="numeric">
                <button
                  type="button"
                  className="opens"
                  aria-expanded={open === act.number}
                  onClick={() => setOpen(open === act.number ? null : act.number)}
                >
                  {act.number}
                </button>
              </th>
              <td>
                <TimeText time={act.time} />
              </td>
              <td>
                {act.person}
                {act.onBehalfOf === null ? null : (
                  <span className="unit"> {word('audit.in-place-of', { account: act.onBehalfOf })}</span>
                )}
              </td>
              <td className="unit">{act.surface ?? '–'}</td>
              <td>
                {act.kind in actWords ? word(actWords[act.kind] ?? '') : <code>{act.kind}</code>}
                {act.reads ? <span className="reads"> {word('audit.reads')}</span> : null}
              </td>
              <td className="act-object">{act.object}</td>
            </tr>
            {open === act.number ? (
              <tr className="opened">
                <td colSpan={6}>
                  <ActDetail act={act} />
                </td>
              </tr>
            ) : null}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
