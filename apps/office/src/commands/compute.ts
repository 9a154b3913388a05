import {
  type ComputeAnswer,
  type ComputeInput,
  computeVintage,
  listVintages,
  type VintageAnswer,
} from '../vintages.js';
import { type Command, done } from './command.js';

export const compute: Command<ComputeInput, ComputeAnswer> = async (input, context) =>
  done(await computeVintage(input, context));

export const vintageList: Command<object, VintageAnswer[]> = async (_, { office }) => done(await listVintages(office));
