import type { MatrixAnswer } from '@zhiheng/office';

type Outcome = MatrixAnswer['rows'][number]['outcomes'][number];

/** The mark of each outcome and the message id of what it means; a mark is told by its shape. */
export const outcomeMarks: Readonly<Record<Outcome, { readonly mark: string; readonly words: string }>> = {
  always: { mark: '●', words: 'outcome.always' },
  'own-area': { mark: '▲', words: 'outcome.own-area' },
  'own-organisation': { mark: '■', words: 'outcome.own-organisation' },
  own: { mark: '◆', words: 'outcome.own' },
  'another-person': { mark: '◎', words: 'outcome.another-person' },
  denied: { mark: '·', words: 'outcome.denied' },
};
