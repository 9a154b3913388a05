import type { ComparedField } from '@zhiheng/office';
import { useWords } from '../words/words.js';
import { languageOf } from './RecordText.js';
import { type Exchange, exchanges } from './text-segments.js';

/** Rows that stand without being asked for. */
const shortest = 6;

/** What is exchanged for what in a text, and whether the rule on templates is met. */
export function ExchangeTable({ field }: { readonly field: ComparedField }) {
  const { word } = useWords();
  const told = exchanges(field);
  // One alone is seen in the texts themselves.
  if (told.length < 2) return null;
  return (
    <>
      <SlotTable slots={told.slice(0, shortest)} />
      {told.length <= shortest ? null : (
        <details>
          <summary>{word('screening.slots.more', { n: told.length - shortest })}</summary>
          <SlotTable slots={told.slice(shortest)} />
        </details>
      )}
      {field.slots.length === 0 ? null : <p className="remark">{word('screening.slots.template')}</p>}
    </>
  );
}

/** Exchanged words, one a line. */
export function SlotTable({ slots }: { readonly slots: readonly Exchange[] }) {
  const { word } = useWords();
  return (
    <table className="slots">
      <caption>{word('screening.slots')}</caption>
      <thead>
        <tr>
          <th scope="col">{word('screening.slots.own')}</th>
          <th scope="col">{word('screening.slots.other')}</th>
          <th scope="col" className="numeric">
            {word('screening.slots.times')}
          </th>
        </tr>
      </thead>
      <tbody>
        {slots.map(({ own, other, times }) => (
          <tr key={`${own} ${other}`} lang={languageOf(own + other)}>
            <td>
              <mark className="exchanged">{own}</mark>
            </td>
            <td>
              <mark className="exchanged">{other}</mark>
            </td>
            <td className="numeric">{times}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
