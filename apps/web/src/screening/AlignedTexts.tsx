import type { ComparedField, ComparedTexts } from '@zhiheng/office';
import { useWords } from '../words/words.js';
import { ExchangeTable } from './ExchangeTable.js';
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
  return (
    <section className={`field-texts field-${field.field}`} aria-label={name}>
      <h4>
        {name}{' '}
        <span className="unit">
          {jaccard === null || containment === null
            ? word('screening.texts.lacking')
            : word('screening.texts.alike', {
                jaccard: shareText(jaccard, language),
                containment: shareText(containment, language),
              })}
        </span>
      </h4>
      <div className="two-texts">
        <TextSide of={a} segments={segments.a} />
        <TextSide of={b} segments={segments.b} />
      </div>
      <ExchangeTable field={field} />
    </section>
  );
}

function TextSide({ of, segments }: { readonly of: string; readonly segments: readonly TextSegment[] }) {
  const { word } = useWords();
  const numbered = segments.some(({ kind, number }) => kind === 'shared' && number !== null && number > 1);
  return (
    <figure className="text-side">
      <figcaption>
        <code>{of}</code>
      </figcaption>
      <p lang="zh-Hans">
        {segments.length === 0 ? <span className="unit">{word('screening.texts.absent')}</span> : null}
        {segments.map(({ text, kind, number, at }) =>
          kind === 'own' ? (
            <span key={at}>{text}</span>
          ) : (
            <mark key={at} className={kind}>
              {text}
              {numbered && number !== null ? <sub>{kind === 'exchanged' ? letterOf(number) : number}</sub> : null}
            </mark>
          ),
        )}
      </p>
    </figure>
  );
}

/** a, b, … z, a2, b2 … */
function letterOf(number: number): string {
  const round = Math.floor((number - 1) / 26);
  return `${String.fromCharCode(97 + ((number - 1) % 26))}${round === 0 ? '' : round + 1}`;
}
