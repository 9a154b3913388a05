import type { ItemComparison, PlacedItem, TextPart } from '@zhiheng/programme';
import { useState } from 'react';
import { usePrinting } from '../../frame/usePrinting.js';
import { numberText } from '../../numbers/format-number.js';
import { useWords } from '../../words/words.js';
import { itemChangeWords, sameWord } from './change-words.js';
import { MarkedText } from './MarkedText.js';

export interface ComparedItemRowProps {
  readonly item: ItemComparison;
  readonly wordsCompared: boolean;
}

/** One item: what happened to it, who answers for it now, and both texts beside each other. */
export function ComparedItemRow({ item, wordsCompared }: ComparedItemRowProps) {
  const { word, language } = useWords();
  const printing = usePrinting();
  const [open, setOpen] = useState(item.changes.length > 0);
  const { before, after, changes, likeness, ownersNew, ownersGone } = item;
  const shown = after ?? before;
  const marks = changes.length === 0 ? (['same'] as const) : changes;
  const comma = word('list.comma');
  return (
    <li>
      <details
        className="compared-item"
        open={open || printing}
        onToggle={(event) => {
          if (!printing) setOpen(event.currentTarget.open);
        }}
      >
        <summary>
          <span className="compared-name" lang="zh">
            {shown === null ? '' : headOf(shown)}
          </span>
          <span className="compared-marks">
            {marks.map((mark) => (
              <span key={mark} className={`change change-${mark}`}>
                {word(mark === 'same' ? sameWord(wordsCompared) : itemChangeWords[mark])}
              </span>
            ))}
          </span>
          <span className="compared-likeness unit">
            {likeness === null
              ? ''
              : word('programme-compare.likeness', {
                  percent: numberText(likeness, { language, decimals: 0, shift: 2 }),
                })}
          </span>
        </summary>
        {ownersGone.length === 0 ? null : (
          <p className="compared-line">{word('programme-compare.owners-gone', { names: ownersGone.join(comma) })}</p>
        )}
        {ownersNew.length === 0 ? null : (
          <p className="compared-line">{word('programme-compare.owners-new', { names: ownersNew.join(comma) })}</p>
        )}
        <div className="beside">
          <Side item={before} parts={item.difference?.before} as="del" />
          <Side item={after} parts={item.difference?.after} as="ins" />
        </div>
      </details>
    </li>
  );
}

interface SideProps {
  readonly item: PlacedItem | null;
  readonly parts: readonly TextPart[] | undefined;
  readonly as: 'ins' | 'del';
}

/** One text with where it stands; what the other lacks is marked. */
function Side({ item, parts, as }: SideProps) {
  const { word } = useWords();
  const heading = word(as === 'del' ? 'programme-compare.before' : 'programme-compare.after');
  if (item === null) {
    return (
      <div className="side">
        <p className="unit">{heading}</p>
        <p className="unit">{word('programme-compare.not-there')}</p>
      </div>
    );
  }
  const { title } = item.section;
  const place = [title ?? word('programme-compare.no-heading'), item.number].filter((part) => part !== '').join(' ');
  const line = item.line === null ? '' : ` · ${word('programme-compare.line', { line: item.line })}`;
  const whole = [item.title, item.text].filter((part) => part !== '').join('\n');
  return (
    <div className="side">
      <p className="unit">
        {heading} · <span lang="zh">{place}</span>
        {line}
      </p>
      <p className="compared-text" lang="zh">
        <MarkedText parts={parts ?? [{ text: whole, changed: false }]} as={as} />
      </p>
      {item.owners.length === 0 ? null : (
        <p className="unit">
          {word('programme-compare.answering')} <span lang="zh">{item.owners.map(({ name }) => name).join('、')}</span>
        </p>
      )}
    </div>
  );
}

function headOf({ number, title, text }: PlacedItem): string {
  const short = title === '' ? `${[...text].slice(0, 32).join('')}…` : title;
  return number === '' ? short : `${number} ${short}`;
}
