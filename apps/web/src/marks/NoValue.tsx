import type { Status } from '@zhiheng/vocabulary';
import { statusWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';

/** – where there is no value, with its status on hover and for screen readers. */
export function NoValue({ status }: { readonly status: Status }) {
  const { word } = useWords();
  const text = word(statusWords[status]);
  return (
    <span className="no-value" title={text}>
      <span aria-hidden="true">–</span>
      <span className="unseen">{text}</span>
    </span>
  );
}
