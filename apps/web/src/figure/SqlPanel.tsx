import type { ShownExpression } from '@zhiheng/indicators';
import type { IndicatorAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { Tabs } from '../frame/Tabs.js';
import { useWords } from '../words/words.js';

type Engine = keyof ShownExpression['sql'];
const engines: readonly { readonly name: Engine; readonly label: string }[] = [
  { name: 'duckdb', label: 'DuckDB' },
  { name: 'trino', label: 'Trino' },
];

/** How the engines are asked: each expression of the definition, and the whole as this engine runs it; null where none is asked. */
export function SqlPanel({ answer }: { readonly answer: IndicatorAnswer }) {
  const { word } = useWords();
  const [engine, choose] = useState<Engine>('duckdb');
  const { sql, expressions } = answer;
  if (sql === null) return null;
  return (
    <section aria-label={word('made.sql')}>
      <h3>{word('made.sql')}</h3>
      {expressions.length === 0 ? null : (
        <Tabs label={word('made.engines')} tabs={engines} current={engine} choose={choose}>
          <dl className="expressions">
            {expressions.map((one) => (
              <div key={`${one.place} ${one.text}`}>
                <dt>
                  <span className="unit">{one.place}</span> <code>{one.text}</code>
                </dt>
                <dd>
                  <code>{one.sql[engine]}</code>
                </dd>
              </div>
            ))}
          </dl>
        </Tabs>
      )}
      <details className="whole-sql" open={expressions.length === 0}>
        <summary>{word('made.whole-sql')}</summary>
        <section className="code" aria-label="SQL">
          <pre>{sql}</pre>
        </section>
      </details>
    </section>
  );
}
