import { Link } from '@tanstack/react-router';
import type { MyWorkAnswer } from '@zhiheng/office';
import { TimeText } from '../staff/TimeText.js';
import { useWords } from '../words/words.js';

/** Own concordance tables that wait for whoever is signed in to accept them. */
export function OwnTables({ tables }: { readonly tables: MyWorkAnswer['tables'] }) {
  const { word, language } = useWords();
  if (tables.length === 0) return null;
  return (
    <section className="block">
      <h2>{word('my-work.own-tables')}</h2>
      <ul className="lines">
        {tables.map(({ proposal, table, tableVersion, file, loadedBy, loadedAt }) => (
          <li key={proposal}>
            <span>
              <Link className="opens" to="/$language/data" params={{ language }} search={{ part: 'classifications' }}>
                {table}
              </Link>{' '}
              {word('own-table.proposed-by', { by: loadedBy, version: tableVersion, file })}{' '}
              <span className="unit">
                <TimeText time={loadedAt} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
