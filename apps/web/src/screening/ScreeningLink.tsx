import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { loadStaffWords } from '../words/catalogues.js';
import { useWords } from '../words/words.js';

/** The way to screening, for who may read clues. It brings the words of the staff pages itself. */
export default function ScreeningLink() {
  const { word, language } = useWords();
  const { isSuccess } = useQuery({
    queryKey: ['staff-words', language],
    queryFn: () => loadStaffWords(language).then(() => true),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return isSuccess ? (
    <Link to="/$language/screening" params={{ language }} activeOptions={{ includeSearch: false }}>
      {word('screening.heading')}
    </Link>
  ) : null;
}
