import { demandRight } from '@zhiheng/rights';
import type { NamedFigureRow } from '../answers.js';
import { withCodeNames } from '../classification/named-codes.js';
import { type FigureInput, readFigure } from '../figures.js';
import { vintageSeenBy } from '../publishing/readers-vintage.js';
import { type Command, done } from './command.js';

/** Values of an indicator; whoever may not see computed ones is given those that were published, by others and as a vintage of the office. */
export const figure: Command<FigureInput, NamedFigureRow[]> = async (input, { office, actor }) => {
  const { computed, vintage } = await vintageSeenBy(office, actor, 'figures:read-computed', input.vintage);
  if (input.origin === 'computed' && !computed) demandRight(actor, 'figures:read-computed');
  const seen = vintage === undefined ? input : { ...input, vintage };
  const rows = await readFigure(office, computed ? seen : { ...seen, origin: 'published' });
  return done(withCodeNames(office, rows));
};
