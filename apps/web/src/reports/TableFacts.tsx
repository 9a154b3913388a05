import type { TableAnswer } from '@zhiheng/office';
import { useWords } from '../words/words.js';

/** What official tables carry, what the figures rest on, and the definitions with their hashes. */
export function TableFacts({ table }: { readonly table: TableAnswer }) {
  const { word, own } = useWords();
  const { metadata, provenance, filled, source } = table;
  const known = (value: string | null) => value ?? word('reports.not-known');
  const sums = filled.sheets.flatMap((sheet) => sheet.sums);
  const count = (state: string) => sums.filter((sum) => sum.state === state).length;
  const facts: readonly (readonly [string, string])[] = [
    [word('reports.maker'), known(metadata.maker)],
    [word('reports.recorder'), known(metadata.recorder)],
    [word('reports.record-number'), known(metadata.recordNumber)],
    [word('reports.valid-until'), known(metadata.validUntil)],
    [
      word('reports.source'),
      [source.text, source.article, source.date].filter((part) => part !== null).join(word('list.comma')),
    ],
    [word('reports.vintage'), provenance.vintage ?? '–'],
    [word('reports.release'), provenance.release ?? '–'],
    [word('reports.effective'), provenance.effective ?? '–'],
    [word('reports.position'), provenance.ledgerPosition === null ? '–' : String(provenance.ledgerPosition)],
    [word('reports.made-on'), provenance.madeOn],
    [
      word('reports.sums'),
      word('reports.sums-told', { holds: count('holds'), differs: count('differs'), open: count('not-checked') }),
    ],
  ];
  return (
    <section className="report-facts">
      <h2>{word('reports.facts')}</h2>
      {table.provisional ? <p>{word('reports.provisional-form')}</p> : null}
      {table.notes.map((note) => (
        <p key={note.en}>{own(note)}</p>
      ))}
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>{word('reports.definitions', { n: provenance.definitions.length })}</summary>
        <ul className="definition-hashes">
          <li>
            <code>{table.id}</code> <span className="hash">{table.hash}</span>
          </li>
          {provenance.definitions.map(({ id, names, hash }) => (
            <li key={id}>
              {own(names)} <code>{id}</code> <span className="hash">{hash}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
