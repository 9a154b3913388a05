import type { IndicatorAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { Tabs } from '../frame/Tabs.js';
import { useWords } from '../words/words.js';

const engineNames: Readonly<Record<string, string>> = { duckdb: 'DuckDB', trino: 'Trino', postgres: 'PostgreSQL' };

/** How the engines are asked for the figure; null for a figure that no engine is asked for. */
export function SqlPanel({ answer }: { readonly answer: IndicatorAnswer }) {
  const { word } = useWords();
  const engines = answer.sql === null ? [] : Object.entries({ duckdb: answer.sql, ...answer.otherSql });
  const [wanted, choose] = useState('duckdb');
  const [first] = engines;
  if (first === undefined) return null;
  const [engine, sql] = engines.find(([name]) => name === wanted) ?? first;
  const code = (
    <section className="code" aria-label="SQL">
      <pre>{sql}</pre>
    </section>
  );
  return (
    <section aria-label={word('made.sql')}>
      <h3>{word('made.sql')}</h3>
      {engines.length < 2 ? (
        code
      ) : (
        <Tabs
          label={word('made.engines')}
          tabs={engines.map(([name]) => ({ name, label: engineNames[name] ?? name }))}
          current={engine}
          choose={choose}
        >
          {code}
        </Tabs>
      )}
    </section>
  );
}
