import type { ClassificationComparison } from '@zhiheng/office';
import { useWords } from '../../words/words.js';
import { modeWords } from './classification-words.js';

type Difference = Pick<ClassificationComparison, 'codes' | 'patterns'>;

/** Patterns shown of each sort; the command line tells all. */
const most = 200;

/** Codes and patterns that came or went. */
export function DifferenceLists({ codes, patterns }: Difference) {
  const { word } = useWords();
  const nothing =
    codes.added.length + codes.removed.length + codes.renamed.length === 0 &&
    patterns.added.length + patterns.removed.length === 0;
  if (nothing) return <p>{word('own-table.no-difference')}</p>;
  return (
    <dl className="facts">
      <Codes label={word('own-table.codes-added')} codes={codes.added} />
      <Codes label={word('own-table.codes-removed')} codes={codes.removed} />
      <Codes
        label={word('own-table.codes-renamed')}
        codes={codes.renamed.map(({ code, before, after }) => `${code} ${before} → ${after}`)}
      />
      <Patterns label={word('own-table.patterns-added')} patterns={patterns.added} />
      <Patterns label={word('own-table.patterns-removed')} patterns={patterns.removed} />
    </dl>
  );
}

function Codes({ label, codes }: { readonly label: string; readonly codes: readonly string[] }) {
  const { word } = useWords();
  if (codes.length === 0) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>{codes.join(word('list.comma'))}</dd>
    </>
  );
}

interface PatternsProps {
  readonly label: string;
  readonly patterns: Difference['patterns']['added'];
}

function Patterns({ label, patterns }: PatternsProps) {
  const { word } = useWords();
  if (patterns.length === 0) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <ul className="symbols">
          {patterns.slice(0, most).map(({ code, rule, mode, pattern, keyword }) => (
            <li key={`${code} ${rule} ${mode} ${pattern} ${keyword}`}>
              <code>{pattern ?? keyword}</code>{' '}
              <span className="unit">
                {code} · {word(modeWords[mode])}
              </span>
            </li>
          ))}
        </ul>
        {patterns.length > most ? <p>{word('own-table.more', { n: patterns.length - most })}</p> : null}
      </dd>
    </>
  );
}
