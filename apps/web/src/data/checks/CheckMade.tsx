import type { CheckShowAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { Tabs } from '../../frame/Tabs.js';
import { useWords } from '../../words/words.js';

/** How a check is made: its expression, the SQL that is asked, its file. */
export function CheckMade({ check: { expression, sql, file, text } }: { readonly check: CheckShowAnswer }) {
  const { word } = useWords();
  const parts = [
    { name: 'expression', label: word('checks.made.expression'), text: expression },
    { name: 'sql', label: 'SQL', text: sql },
    { name: 'file', label: word('checks.made.file'), text },
  ].flatMap((part) => (part.text === null ? [] : [{ ...part, text: part.text }]));
  const [chosen, setChosen] = useState(parts[0]?.name ?? 'file');
  const current = parts.find(({ name }) => name === chosen) ?? parts[0];
  return (
    <Tabs label={word('checks.made.heading')} tabs={parts} current={chosen} choose={setChosen}>
      {chosen === 'file' ? (
        <p className="unit">
          <code>{file}</code>
        </p>
      ) : null}
      <section className="code" aria-label={current?.label}>
        <pre>{current?.text}</pre>
      </section>
    </Tabs>
  );
}
