import type { SlotDefinition } from '@zhiheng/indicators';
import { EmptyState } from '../states/EmptyState.js';
import { slotPartWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';

/** What a figure without values waits for: in the place of its number. */
export function SlotBlock({ definition: { awaits } }: { readonly definition: SlotDefinition }) {
  const { word, own } = useWords();
  return (
    <EmptyState heading={word('slot.heading')}>
      <p>{own(awaits.what)}</p>
      <dl className="facts">
        <dt>{word('slot.part')}</dt>
        <dd>{word(slotPartWords[awaits.part])}</dd>
      </dl>
    </EmptyState>
  );
}
