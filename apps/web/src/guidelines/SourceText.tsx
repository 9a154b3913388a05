import type { Language } from '@zhiheng/vocabulary';
import { type KeyboardEvent, memo } from 'react';
import { useWords } from '../words/words.js';
import type { SourceBlock, SourceLine } from './source-segments.js';

export interface SourceTextProps {
  readonly blocks: readonly SourceBlock[];
  readonly language: Language;
  readonly current: string | null;
  readonly select: (field: string) => void;
}

/** The document as it lay there, its lines numbered; what was read stands out, and leads to its field. */
export function SourceText({ blocks, language, current, select }: SourceTextProps) {
  const { word } = useWords();
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const spans = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-field]')];
    const next = spans[spans.indexOf(document.activeElement as HTMLElement) + step];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    select(next.dataset.field ?? '');
    next.focus();
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard
    <section className="source" aria-label={word('review.source')} tabIndex={0} lang={language} onKeyDown={walk}>
      {blocks.map(({ repeats, lines }) =>
        repeats === null ? (
          <LineList key={lines[0]?.number} lines={lines} current={current} select={select} />
        ) : (
          <details key={lines[0]?.number}>
            <summary>
              {word('review.repeats', {
                ...{ from: repeats.lines[0], until: repeats.lines[1] },
                ...{ first: repeats.of[0], last: repeats.of[1] },
              })}
            </summary>
            <LineList lines={lines} current={current} select={select} />
          </details>
        ),
      )}
    </section>
  );
}

interface LineListProps {
  readonly lines: readonly SourceLine[];
  readonly current: string | null;
  readonly select: (field: string) => void;
}

function LineList({ lines, current, select }: LineListProps) {
  return (
    <ol className="source-lines" start={lines[0]?.number ?? 1}>
      {lines.map((line) => (
        <Line
          key={line.number}
          line={line}
          current={line.segments.some(({ field }) => field === current) ? current : null}
          select={select}
        />
      ))}
    </ol>
  );
}

/** One line; it is drawn anew only when the current field is one of its own. */
const Line = memo(function Line({
  line,
  current,
  select,
}: Omit<LineListProps, 'lines'> & { readonly line: SourceLine }) {
  return (
    <li value={line.number}>
      {line.segments.map(({ text, field, noise }, index) =>
        field === null ? (
          text
        ) : (
          // biome-ignore lint/a11y/useSemanticElements: a button would not break across lines
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line do not move
            key={index}
            role="button"
            tabIndex={field === current ? 0 : -1}
            data-field={field}
            className={`span${noise ? ' noise' : ''}${field === current ? ' current' : ''}`}
            onClick={() => select(field)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              select(field);
            }}
          >
            {text}
          </span>
        ),
      )}
    </li>
  );
});
