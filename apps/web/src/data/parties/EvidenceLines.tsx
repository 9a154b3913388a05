import type { PartyPairRow } from '@zhiheng/office';
import { numberText } from '../../numbers/format-number.js';
import { useWords } from '../../words/words.js';
import { evidenceWords } from './party-words.js';

/** What speaks for two parties being one, and what against it, the strongest first. */
export function EvidenceLines({ evidence }: { readonly evidence: PartyPairRow['evidence'] }) {
  const { word, language } = useWords();
  const sorted = evidence.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return (
    <ul className="evidence-lines">
      {sorted.map(({ kind, weight, detail }) => (
        <li key={`${kind} ${detail}`} className={weight < 0 ? 'against' : 'for'}>
          <span className="weight">
            {weight === 0
              ? '–'
              : `${weight < 0 ? '\u{2212}' : '+'}${numberText(Math.abs(weight), { language, decimals: 2 })}`}
          </span>
          <span>
            {word(evidenceWords[kind])}
            {detail === '' ? null : (
              <span className="fault-part" lang="zh">
                {detail}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
