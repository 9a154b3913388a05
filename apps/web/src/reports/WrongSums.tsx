import type { TableAnswer } from '@zhiheng/office';
import { useWords } from '../words/words.js';

/** Which parts of a table do not add up, and by how much. */
export function WrongSums({ table: { wrong, filled } }: { readonly table: TableAnswer }) {
  const { word, own } = useWords();
  if (wrong.length === 0) return null;
  const nameIn = (sheet: string, id: string) => {
    const found = filled.sheets.find((one) => one.id === sheet);
    const line = [...(found?.rows ?? []), ...(found?.columns ?? [])].find((one) => one.id === id);
    return line === undefined ? id : own(line.names);
  };
  return (
    <section className="wrong-sums" role="alert">
      <h2>{word('reports.wrong-sums')}</h2>
      <ul>
        {wrong.map(({ sheet, axis, total, at, difference }) => (
          <li key={`${sheet} ${axis} ${total} ${at}`}>
            {word('reports.wrong-sum', {
              total: nameIn(sheet, total),
              at: nameIn(sheet, at),
              difference: String(difference),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
