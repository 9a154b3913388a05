import type { CheckStanding } from '@zhiheng/office';
import { useWords } from '../../words/words.js';
import { CheckTable } from './CheckTable.js';
import { severityMeaning, severityWords } from './check-words.js';

export interface SeverityBlockProps {
  readonly severity: CheckStanding['severity'];
  readonly checks: readonly CheckStanding[];
  readonly release: string | undefined;
}

/** The checks of one severity: those that need a look as a table, those that find nothing folded below. */
export function SeverityBlock({ severity, checks, release }: SeverityBlockProps) {
  const { word } = useWords();
  if (checks.length === 0) return null;
  const quiet = checks.filter(({ state, count }) => state === 'ran' && count === 0);
  const telling = checks.filter((check) => !quiet.includes(check));
  const heading = word(severityWords[severity]);
  return (
    <section className="block">
      <h2>
        {heading} <span className="count">{word('checks.count', { n: checks.length })}</span>
      </h2>
      <p className="remark">{word(severityMeaning[severity])}</p>
      {telling.length === 0 ? null : <CheckTable caption={heading} checks={telling} release={release} />}
      {quiet.length === 0 ? null : (
        <details>
          <summary>{word('checks.quiet', { n: quiet.length })}</summary>
          <CheckTable caption={word('checks.quiet', { n: quiet.length })} checks={quiet} release={release} />
        </details>
      )}
    </section>
  );
}
