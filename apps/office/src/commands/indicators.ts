import { readFile } from 'node:fs/promises';
import {
  closureIds,
  codeNames,
  type Definition,
  type DefinitionCheck,
  definitionSql,
  definitionStatements,
  isComputed,
  isMade,
  type MadeDefinition,
  originOfPart,
  partsOf,
  unitOfStatistic,
} from '@zhiheng/indicators';
import { UserFault } from '@zhiheng/vocabulary';
import type { IndicatorAnswer, IndicatorListItem, IndicatorPart, IndicatorValue } from '../answers.js';
import { latestValues, listedDefinition } from '../catalogue.js';
import { checkText } from '../definitions/draft-text.js';
import { vintageSeenBy } from '../publishing/readers-vintage.js';
import { currentReference, definitionOf } from '../reference.js';
import { type Command, done } from './command.js';

export const indicatorList: Command<object, IndicatorListItem[]> = async (_, { office }) =>
  done(currentReference(office).definitions().map(listedDefinition));

/** The latest value of every indicator; whoever may not see computed ones is given those that were published, by others and as a vintage. */
export const indicatorValues: Command<object, IndicatorValue[]> = async (_, { office, actor }) =>
  done(await latestValues(office, await vintageSeenBy(office, actor, 'figures:read-computed')));

export const indicatorShow: Command<{ id: string }, IndicatorAnswer> = async ({ id }, { office }) => {
  const reference = currentReference(office);
  const definitions = reference.definitions();
  const definition = definitionOf(definitions, id);
  const computed = isComputed(definition);
  const statements = computed ? definitionStatements(definition) : null;
  return done({
    definition,
    sql: statements?.duckdb ?? null,
    statements,
    expressions: computed ? definitionSql(definition) : [],
    parts: isMade(definition) ? partsShown(definition, definitions) : [],
    codes: codeNames('breakdowns' in definition ? definition.breakdowns.flat() : [], reference.concordances()),
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
