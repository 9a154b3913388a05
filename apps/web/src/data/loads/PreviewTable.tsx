import type { PreviewAnswer } from '@zhiheng/office';
import { useWords } from '../../words/words.js';

/** The first rows; below each name of the header the field it fills. */
export function PreviewTable({ table }: { readonly table: NonNullable<PreviewAnswer['table']> }) {
  const { word } = useWords();
  const { header, fields, rows } = table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <section className="wide" aria-label={word('preview.heading')} tabIndex={0}>
      <table className="preview">
        <caption>{word('preview.heading')}</caption>
        <thead>
          <tr>
            {header.map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity, names may stand twice
              <th key={index} scope="col">
                {name}
                <br />
                {fields[index] == null ? (
                  <span className="unit">{word('preview.unread')}</span>
                ) : (
                  <code>{fields[index]}</code>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the first rows of a file in their order
            <tr key={at}>
              {header.map((_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={index}>{row[index] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
