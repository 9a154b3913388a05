import { type QuantityForm, quantityOf } from '../numbers/quantity.js';
import { useWords } from '../words/words.js';

export interface QuantityTextProps {
  readonly value: number;
  readonly form: QuantityForm;
  /** `≥` before a published lower bound. */
  readonly bound?: 'lower' | 'upper' | null;
  /** Leaves the unit to the head of the column. */
  readonly bare?: boolean;
}

/** A number whose decimal point can be aligned, its unit small and grey after it. */
export function QuantityText({ value, form, bound = null, bare = false }: QuantityTextProps) {
  const { language } = useWords();
  const { whole, fraction, symbol } = quantityOf(value, form, language);
  const before = bound === 'lower' ? '≥ ' : bound === 'upper' ? '≤ ' : '';
  return (
    <span className="quantity">
      <span className="whole">{before + whole}</span>
      <span className="fraction">{fraction}</span>
      {bare || symbol === '' ? null : <span className="unit"> {symbol}</span>}
    </span>
  );
}
