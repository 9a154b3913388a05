import type { DraftAnswer } from '@zhiheng/office';
import { Fragment } from 'react';
import { useWords } from '../words/words.js';

type Line = DraftAnswer['difference'][number];

/** Equal lines kept beside those that differ. */
const around = 2;
const signs = { same: ' ', added: '+', removed: '−' } as const;
const kindWords = {
  same: 'line-difference.same',
  added: 'line-difference.added',
  removed: 'line-difference.removed',
} as const;

/** Two texts line by line: what is new, what is gone, with a little of what stayed. */
export function DifferenceTable({ lines, label }: { readonly lines: readonly Line[]; readonly label: string }) {
  const { word } = useWords();
  if (lines.every(({ kind }) => kind === 'same')) return <p className="empty-line">{word('line-difference.none')}</p>;
  const shown = new Set(
    lines.flatMap(({ kind }, at) =>
      kind === 'same' ? [] : Array.from({ length: 2 * around + 1 }, (_, step) => at + step - around),
    ),
  );
  const rows = lines.map((line, at) => ({ ...line, at })).filter(({ at }) => shown.has(at));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <section className="wide" aria-label={label} tabIndex={0}>
      <table className="difference">
        <tbody>
          {rows.map(({ at, kind, line, before, after }, index) => (
            <Fragment key={at}>
              {index > 0 && rows[index - 1]?.at !== at - 1 ? (
                <tr className="gap">
                  <td colSpan={4}>⋯</td>
                </tr>
              ) : null}
              <tr className={kind}>
                <td className="numeric unit">{before ?? ''}</td>
                <td className="numeric unit">{after ?? ''}</td>
                <td className="sign">
                  <span aria-hidden="true">{signs[kind]}</span>
                  <span className="unseen">{word(kindWords[kind])}</span>
                </td>
                <td>
                  <code>{line}</code>
                </td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}
