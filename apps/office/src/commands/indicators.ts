import { readFile } from 'node:fs/promises';
import { type DefinitionCheck, observationSql } from '@zhiheng/indicators';
import { UserFault } from '@zhiheng/vocabulary';
import type { IndicatorAnswer, IndicatorListItem } from '../answers.js';
import { checkText } from '../definitions/draft-text.js';
import { currentReference, definitionOf } from '../reference.js';
import { type Command, done } from './command.js';

export const indicatorList: Command<object, IndicatorListItem[]> = async (_, { office }) =>
  done(
    currentReference(office)
      .definitions()
      .map(({ id, names, unit, kind, provisional }) => ({ id, names, unit, kind, provisional })),
  );

export const indicatorShow: Command<{ id: string }, IndicatorAnswer> = async ({ id }, { office }) => {
  const definition = definitionOf(currentReference(office).definitions(), id);
  return done({ definition, sql: definition.kind === 'reported' ? null : observationSql(definition) });
};

export type IndicatorCheckAnswer = DefinitionCheck;

/** Whether a file, or a text, is a definition; exit 1 with faults. `id`: the one that the text has to give. */
export const indicatorCheck: Command<{ file: string } | { text: string; id?: string }, IndicatorCheckAnswer> = async (
  input,
  { office },
) => {
  const answer =
    'file' in input
      ? checkText(office, await textOfFile(input.file), undefined, input.file)
      : checkText(office, input.text, input.id);
  return { json: answer, exit: answer.ok ? 0 : 1 };
};

async function textOfFile(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const found = error.code ?? error.message;
    throw new UserFault('file-missing', { place: { path: file }, found, expected: 'a readable file' });
  });
}
