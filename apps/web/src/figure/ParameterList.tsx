import type { Parameter } from '@zhiheng/indicators';
import { useWords } from '../words/words.js';

/** The values that no text settles, each with where it comes from. */
export function ParameterList({ parameters }: { readonly parameters: readonly Parameter[] }) {
  const { word, own } = useWords();
  if (parameters.length === 0) return null;
  return (
    <div className="parameters">
      <h3>{word('definition.parameters')}</h3>
      <dl className="facts">
        {parameters.map(({ name, names, value, source, provisional }) => (
          <div key={name} className="fact">
            <dt>
              {own(names)} <code>${name}</code>
            </dt>
            <dd>
              <strong>{String(value)}</strong>
              {provisional ? <span className="provisional">{word('provisional')}</span> : null}
              <br />
              <span className="unit">
                {source === null
                  ? word('definition.parameter.no-source')
                  : [source.text, source.article, source.date].filter((part) => part !== null).join(word('list.comma'))}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
