import type { FigureView } from './figure-view.js';
import { madeParts } from './made-parts.js';

/** The parts of a figure whose records can be opened apart; empty where there is but the one. */
export function partsOpened({ definition, choice }: Pick<FigureView, 'definition' | 'choice'>): readonly string[] {
  const made = madeParts(definition).map(({ name }) => name);
  if (made.length > 0) return made;
  return choice.statistic === 'share-within-target' ? ['denominator', 'numerator'] : [];
}

/** The part whose records are opened: that of the address, else the first. */
export function openedOf(view: Pick<FigureView, 'definition' | 'choice' | 'state'>): string | undefined {
  const parts = partsOpened(view);
  return parts.find((name) => name === view.state.of) ?? parts[0];
}
