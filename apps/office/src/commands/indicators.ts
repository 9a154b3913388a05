import { readFile } from 'node:fs/promises';
import {
  checkDefinition,
  closureIds,
  type Definition,
  definitionSql,
  isComputed,
  isMade,
  type MadeDefinition,
  observationSql,
  originOfPart,
  partsOf,
  unitOfStatistic,
} from '@zhiheng/indicators';
import { UserFault } from '@zhiheng/vocabulary';
import type { IndicatorAnswer, IndicatorListItem, IndicatorPart } from '../answers.js';
import { currentReference, definitionOf } from '../reference.js';
import { type Command, done } from './command.js';

export const indicatorList: Command<object, IndicatorListItem[]> = async (_, { office }) =>
  done(
    currentReference(office)
      .definitions()
      .map(({ id, names, unit, kind, provisional }) => ({ id, names, unit, kind, provisional })),
  );

export const indicatorShow: Command<{ id: string }, IndicatorAnswer> = async ({ id }, { office }) => {
  const definitions = currentReference(office).definitions();
  const definition = definitionOf(definitions, id);
  const computed = isComputed(definition);
  return done({
    definition,
    sql: computed ? observationSql(definition) : null,
    expressions: computed ? definitionSql(definition) : [],
    parts: isMade(definition) ? partsShown(definition, definitions) : [],
    closure: closureIds([id], definitions).map((one) => {
      const { kind, hash } = definitionOf(definitions, one);
      return { id: one, kind, hash };
    }),
  });
};

function partsShown(definition: MadeDefinition, definitions: readonly Definition[]): IndicatorPart[] {
  return Object.entries(partsOf(definition)).map(([name, part]) => {
    const made = definitionOf([...definitions], part.indicator);
    return {
      ...part,
      name,
      names: made.names,
      kind: made.kind,
      unit: unitOfStatistic(made, part.statistic),
      origin: originOfPart(part, made),
    };
  });
}

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
  const reference = currentReference(office);
  const series = new Set(reference.published().map((value) => value.series));
  const answer = checkDefinition(text, file, { series, others: reference.definitions(), areas: reference.areas() });
  return { json: answer, exit: answer.ok ? 0 : 1 };
};
