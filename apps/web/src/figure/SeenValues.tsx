import type { SeenValue } from '@zhiheng/indicators';
import { useWords } from '../words/words.js';
import { seenName } from './seen-name.js';
import { columnName } from './test-words.js';

export interface SeenValuesProps {
  readonly values: Readonly<Record<string, SeenValue>>;
  readonly nameOf: (area: string) => string;
}

/** What a test looked at: columns with their values, and the rows of lists. */
export function SeenValues({ values, nameOf }: SeenValuesProps) {
  const words = useWords();
  const entries = Object.entries(values);
  if (entries.length === 0) return null;
  return (
    <ul className="seen">
      {entries.map(([name, value]) => (
        <li key={name}>
          <span className="unit">{columnName(words, name)}</span>{' '}
          {isRows(value) ? <Rows rows={value} /> : plainText(name, value)}
        </li>
      ))}
    </ul>
  );

  function plainText(name: string, value: string | number | boolean | null): string {
    if (value === null) return words.word('why.nothing');
    if (name === 'area') return nameOf(String(value));
    if (name === 'counted_in') return String(value).split('+').map(nameOf).join(words.word('list.comma'));
    if (typeof value === 'boolean') return words.word(value ? 'why.yes' : 'why.no');
    return typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : seenName(words, name, value);
  }
}

function Rows({ rows }: { readonly rows: readonly Readonly<Record<string, unknown>>[] }) {
  const words = useWords();
  if (rows.length === 0) return <>{words.word('why.no-rows')}</>;
  return (
    <ul className="seen">
      {rows.map((row) => {
        const held = Object.entries(row).filter(([, value]) => value !== null && value !== undefined);
        const text = held.map(([name, value]) => `${columnName(words, name)} ${String(value)}`).join(' · ');
        return <li key={text}>{text}</li>;
      })}
    </ul>
  );
}

function isRows(value: SeenValue): value is readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value);
}
