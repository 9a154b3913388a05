import type { FigureRow } from '@zhiheng/indicators';
import { type FigureInput, readFigure } from '../figures.js';
import { type Command, done } from './command.js';

export const figure: Command<FigureInput, FigureRow[]> = async (input, { office }) =>
  done(await readFigure(office, input));
