import { useQuery } from '@tanstack/react-query';
import { comparedQuery } from '../api/screening-queries.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { useWords } from '../words/words.js';
import { languageOf } from './RecordText.js';
import { textWords } from './screening-words.js';

export interface OwnTextsProps {
  readonly application: string;
  readonly run: string | undefined;
}

/** Abstract and first claim of one application, for a clue that rests on nothing but these. */
export function OwnTexts({ application, run }: OwnTextsProps) {
  const { word } = useWords();
  const { data, error, refetch } = useQuery(comparedQuery(application, application, run));
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={4} />;
  const told = data.fields.flatMap(({ field, a }) => (field === 'title' || a === null ? [] : [{ field, text: a }]));
  return (
    <div className="own-texts">
      <h3>{word('screening.texts.own')}</h3>
      {told.length === 0 ? <p className="empty-line">{word('screening.texts.absent')}</p> : null}
      {told.map(({ field, text }) => (
        <figure key={field} className={`text-side field-${field}`}>
          <figcaption>{word(textWords[field])}</figcaption>
          <p lang={languageOf(text)}>{text}</p>
        </figure>
      ))}
    </div>
  );
}
