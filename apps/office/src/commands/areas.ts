import type { AreaAnswer } from '../answers.js';
import { areasOf, chosenFirst, findAreas, spokenNames } from '../area-search.js';
import { currentReference } from '../reference.js';
import { type Command, done } from './command.js';

export interface AreasInput {
  /** A part of a name, or the beginning of a code. */
  readonly find?: string;
  /** Codes whose names are asked for. */
  readonly codes?: readonly string[];
}

const mostFound = 20;

/** The groups and the 34 provincial units, for choosers; provinces, cities and counties by name; or areas of codes. */
export const areas: Command<AreasInput, AreaAnswer[]> = async ({ find, codes }, { office }) => {
  const directory = currentReference(office).areas();
  if (codes !== undefined) return done(areasOf(directory, codes));
  if (find === undefined) return done(chosenFirst(directory));
  return done(findAreas(directory, spokenNames(office.definitionsFolder), find, mostFound));
};
