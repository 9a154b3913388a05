import type { ComparedField, ComparedTexts } from '@zhiheng/office';
import { useWords } from '../words/words.js';
import { ExchangeTable } from './ExchangeTable.js';
import { languageOf } from './RecordText.js';
import { textWords } from './screening-words.js';
import { shareText } from './share-text.js';
import { type TextSegment, textSegments } from './text-segments.js';

/** Title, abstract and first claim of two applications beside each other. */
export function AlignedTexts({ texts, busy = false }: { readonly texts: ComparedTexts; readonly busy?: boolean }) {
  const { word } = useWords();
  const told = texts.fields.filter(({ a, b }) => a !== null || b !== null);
  return (
    <div className="aligned-texts" aria-busy={busy}>
      <p className="texts-legend">
        <mark className="shared">{word('screening.legend.shared')}</mark>
        <mark className="exchanged">{word('screening.legend.exchanged')}</mark>
        <span>{word('screening.legend.own')}</span>
      </p>
      {told.length === 0 ? <p className="empty-line">{word('screening.texts.none')}</p> : null}
      {told.map((field) => (
        <FieldTexts key={field.field} field={field} a={texts.a} b={texts.b} />
      ))}
    </div>
  );
}

function FieldTexts({ field, a, b }: { readonly field: ComparedField; readonly a: string; readonly b: string }) {
  const { word, language } = useWords();
  const segments = textSegments(field);
  const { jaccard, containment } = field;
  const name = word(textWords[field.field]);
  // Passages may stand in another order: numbers tell which belong together.
  const moved = field.pieces === null && field.passages.length > 1;
  return (
    <section className={`field-texts field-${field.field}`} aria-label={name}>
      <h3>
        {name}{' '}
        <span className="unit">
          {jaccard === null || containment === null
            ? word('screening.texts.lacking')
            : word('screening.texts.alike', {
                jaccard: shareText(jaccard, language),
                containment: shareText(containment, language),
              })}
        </span>
      </h3>
      <div className="two-texts">
        <TextSide of={a} segments={segments.a} numbered={moved} />
        <TextSide of={b} segments={segments.b} numbered={moved} />
      </div>
      <ExchangeTable field={field} />
    </section>
  );
}

interface TextSideProps {
  readonly of: string;
  readonly segments: readonly TextSegment[];
  readonly numbered: boolean;
}

function TextSide({ of, segments, numbered }: TextSideProps) {
  const { word } = useWords();
  return (
    <figure className="text-side">
      <figcaption>
        <code>{of}</code>
      </figcaption>
      <p lang={languageOf(segments.map(({ text }) => text).join(''))}>
        {segments.length === 0 ? <span className="unit">{word('screening.texts.absent')}</span> : null}
        {segments.map(({ text, kind, number, at }) =>
          kind === 'own' ? (
            <span key={at}>{text}</span>
          ) : (
            <mark key={at} className={kind}>
              {text}
              {markOf(kind, number, numbered)}
            </mark>
          ),
        )}
      </p>
    </figure>
  );
}

function markOf(kind: TextSegment['kind'], number: number | null, numbered: boolean) {
  if (number === null || (kind === 'shared' && !numbered)) return null;
  return <sub>{kind === 'exchanged' ? letterOf(number) : number}</sub>;
}

/** a, b, … z, a2, b2 … */
function letterOf(number: number): string {
  const round = Math.floor((number - 1) / 26);
  return `${String.fromCharCode(97 + ((number - 1) % 26))}${round === 0 ? '' : round + 1}`;
}
