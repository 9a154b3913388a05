import { readFile } from 'node:fs/promises';
import { checkDefinition, isComputed, observationSql } from '@zhiheng/indicators';
import { UserFault } from '@zhiheng/vocabulary';
import type { IndicatorAnswer, IndicatorListItem } from '../answers.js';
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
  return done({ definition, sql: isComputed(definition) ? observationSql(definition) : null });
};

export type IndicatorCheckAnswer = ReturnType<typeof checkDefinition>;

/** Whether a file is a definition; exit 1 with faults. */
export const indicatorCheck: Command<{ file: string }, IndicatorCheckAnswer> = async ({ file }, { office }) => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserFault('file-missing', {
      place: { path: file },
      found: error.code ?? error.message,
      expected: 'a readable file',
    });
  });
  const series = new Set(
    currentReference(office)
      .published()
      .map((value) => value.series),
  );
  const answer = checkDefinition(text, file, { series });
  return { json: answer, exit: answer.ok ? 0 : 1 };
};
