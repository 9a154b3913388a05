import type { FigureRow } from '@zhiheng/indicators';
import { demandRight, mayDo } from '@zhiheng/rights';
import { type FigureInput, readFigure } from '../figures.js';
import { type Command, done } from './command.js';

/** Values of an indicator; whoever may not see computed ones is given those that were published. */
export const figure: Command<FigureInput, FigureRow[]> = async (input, { office, actor }) => {
  if (input.origin === 'computed') demandRight(actor, 'figures:read-computed');
  const all = mayDo(actor, 'figures:read-computed').allowed;
  return done(await readFigure(office, all ? input : { ...input, origin: 'published' }));
};
