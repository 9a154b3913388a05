import type { ShownExpression } from '@zhiheng/indicators';
import type { IndicatorAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { Tabs } from '../frame/Tabs.js';
import { useWords } from '../words/words.js';

type Engine = keyof ShownExpression['sql'];
const engines: readonly { readonly name: Engine; readonly label: string }[] = [
  { name: 'duckdb', label: 'DuckDB' },
  { name: 'trino', label: 'Trino' },
  { name: 'postgres', label: 'PostgreSQL' },
];

/** How the engines are asked: each expression of the definition, and the whole; null where none is asked. */
export function SqlPanel({ answer }: { readonly answer: IndicatorAnswer }) {
  const { word } = useWords();
  const [engine, choose] = useState<Engine>('duckdb');
  const { statements, expressions } = answer;
  if (statements === null) return null;
  return (
    <section aria-label={word('made.sql')}>
      <h3>{word('made.sql')}</h3>
      <Tabs label={word('made.engines')} tabs={engines} current={engine} choose={choose}>
        {expressions.length === 0 ? null : (
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
        )}
        <details className="whole-sql" open={expressions.length === 0}>
          <summary>{word('made.whole-sql')}</summary>
          <section className="code" aria-label={word('made.whole-sql')}>
            <pre>{statements[engine]}</pre>
          </section>
        </details>
      </Tabs>
    </section>
  );
}
