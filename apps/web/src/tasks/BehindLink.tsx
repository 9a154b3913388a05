import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { loadStaffWords } from '../words/catalogues.js';
import { useWords } from '../words/words.js';

/** The way from a programme to who is behind with it and why. It brings the words of the staff pages itself. */
export default function BehindLink({ programme }: { readonly programme: string }) {
  const { word, language } = useWords();
  const { isSuccess } = useQuery({
    queryKey: ['staff-words', language],
    queryFn: () => loadStaffWords(language).then(() => true),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <p className="unit">
      {isSuccess ? (
        <Link to="/$language/tasks" params={{ language }} search={{ programme }}>
          {word('tasks.behind')}
        </Link>
      ) : (
        '\u{a0}'
      )}
    </p>
  );
}
