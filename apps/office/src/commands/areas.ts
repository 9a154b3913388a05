import type { AreaAnswer } from '../answers.js';
import { currentReference } from '../reference.js';
import { type Command, done } from './command.js';

/** The groups and the 34 provincial units, for choosers. */
export const areas: Command<object, AreaAnswer[]> = async (_, { office }) => {
  const directory = currentReference(office).areas();
  const groups = ['ALL', 'CN', 'CN-ML'].map((code) => directory.get(code));
  return done([...groups, ...directory.provinces()]);
};
