import type { ComparedValue } from '@zhiheng/office';
import { QuantityText } from '../../marks/QuantityText.js';
import { statusWords } from '../../words/term-ids.js';
import { useWords } from '../../words/words.js';
import { comparedForm } from './compared-form.js';

export interface ComparedNumberProps {
  readonly row: Pick<ComparedValue, 'unit' | 'before' | 'after' | 'beforeStatus' | 'afterStatus'>;
  readonly side: 'before' | 'after' | 'size';
}

/** A value of one of two vintages, or what came to it; a dash where there is none. */
export function ComparedNumber({ row, side }: ComparedNumberProps) {
  const { word } = useWords();
  const form = comparedForm(row);
  if (side === 'size') {
    const size = (row.after ?? 0) - (row.before ?? 0);
    return (
      <>
        {size > 0 ? '+' : ''}
        <QuantityText value={size} form={{ ...form, unit: form.unit === 'growth-rate' ? 'share' : form.unit }} bare />
      </>
    );
  }
  const status = side === 'before' ? row.beforeStatus : row.afterStatus;
  const value = row[side];
  if (value === null) {
    return (
      <span title={word(statusWords[status])}>
        –<span className="unseen"> {word(statusWords[status])}</span>
      </span>
    );
  }
  return (
    <>
      <QuantityText value={value} form={form} />
      {status === 'final' ? null : <span className="unit"> {word(statusWords[status])}</span>}
    </>
  );
}
