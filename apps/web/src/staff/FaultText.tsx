import type { ErrorCode } from '@zhiheng/vocabulary';
import { Problem } from '../api/problem.js';
import { useWords } from '../words/words.js';
import { detailWords, expectedWords } from './expected-words.js';
import { faultWords } from './fault-words.js';

export interface FaultTextProps {
  readonly code: string;
  readonly place?: Readonly<Record<string, unknown>> | null;
  readonly found: string | null;
  readonly expected: string | null;
  /** What the software says of it, where there are no words of the page's language. */
  readonly message?: string;
}

/** Codes whose message tells more than their words. */
const detailed: ReadonlySet<string> = new Set([
  'organisation-wrong',
  'link-wrong',
  'account-state',
  'person-wrong',
  'password-weak',
  'key-wrong',
  'role-wrong',
  'decided-already',
  'delegation-wrong',
  'calendar-wrong',
  'correction-wrong',
  'setting-wrong',
  'ruling-refused',
  'state-changed',
  'act-refused',
  'classification-wrong',
  'target-change-refused',
  'definition-wrong',
  'expression-wrong',
  'draft-refused',
  'programme-wrong',
  'corrections-wrong',
  'document-damaged',
  'document-too-large',
]);

/** What is wrong, in words, with its place, what stood there and what would be right. */
export function FaultText({ code, place = null, found, expected, message }: FaultTextProps) {
  const { word } = useWords();
  const id = faultWords[code as ErrorCode];
  return (
    <span className="fault">
      <span className="fault-what">{id === undefined ? (message ?? word('fault.other')) : word(id)}</span>{' '}
      <code>{code}</code>
      <PlaceText place={place} />
      {message !== undefined && id !== undefined && detailed.has(code) ? <DetailText message={message} /> : null}
      {found === null ? null : (
        <span className="fault-part">
          {word('fault.found')} <q>{found}</q>
        </span>
      )}
      {expected === null ? null : (
        <span className="fault-part">
          {word('fault.expected')} <SaidText english={expected} />
        </span>
      )}
    </span>
  );
}

/** What the software says in English, in the page's language where it has words for it. */
export function SaidText({ english }: { readonly english: string }) {
  const told = expectedWords(useWords(), english);
  return told === null ? <span lang="en">{english}</span> : told;
}

function DetailText({ message }: { readonly message: string }) {
  const told = detailWords(useWords(), message);
  return told === null ? (
    <span className="fault-part" lang="en">
      {message}
    </span>
  ) : (
    <span className="fault-part">{told}</span>
  );
}

/** Line, column and byte; the file's name stands elsewhere. */
export function PlaceText({ place }: { readonly place: Readonly<Record<string, unknown>> | null }) {
  const { word } = useWords();
  const { line, column, byte, field } = place ?? {};
  const parts = [
    typeof line === 'number' ? word('place.line', { line }) : null,
    typeof column === 'number' ? word('place.column', { column }) : null,
    typeof byte === 'number' ? word('place.byte', { byte }) : null,
    typeof field === 'string' ? word('place.field', { field }) : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : <span className="fault-part">{parts.join(word('list.comma'))}</span>;
}

/** The same of a request that failed. */
export function ProblemText({ error }: { readonly error: unknown }) {
  const answer = error instanceof Problem ? error.answer : null;
  const said = error instanceof Error ? error.message : String(error);
  return (
    <p role="alert" className="problem">
      <FaultText
        code={answer?.code ?? 'unknown'}
        place={answer?.place ?? null}
        found={answer?.found ?? null}
        expected={answer?.expected ?? null}
        message={said}
      />
    </p>
  );
}
