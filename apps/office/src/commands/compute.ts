import { type ComputeAnswer, type ComputeInput, computeVintage } from '../vintages.js';
import { type Command, done } from './command.js';

export const compute: Command<ComputeInput, ComputeAnswer> = async (input, context) =>
  done(await computeVintage(input, context));
