import type { CodeNames, Definition } from '@zhiheng/indicators';
import { holderTypeNames, isHolderType, notTold } from '@zhiheng/vocabulary';
import type { Words } from '../words/words.js';
import { kindName } from './choice-names.js';
import { dimensionWords, isDimension, readPart } from './dimensions.js';

const routes: Readonly<Record<string, string>> = {
  national: 'route.national',
  pct: 'route.pct',
  regional: 'route.regional',
  hague: 'route.hague',
};
const outcomes: Readonly<Record<string, string>> = {
  granted: 'outcome.granted',
  refused: 'outcome.refused',
  withdrawn: 'outcome.withdrawn',
};
const sections: Readonly<Record<string, string>> = {
  A: 'ipc.a',
  B: 'ipc.b',
  C: 'ipc.c',
  D: 'ipc.d',
  E: 'ipc.e',
  F: 'ipc.f',
  G: 'ipc.g',
  H: 'ipc.h',
};

/** The name of a dimension. */
export function dimensionName({ word }: Words, dimension: string): string {
  return isDimension(dimension) ? word(dimensionWords[dimension]) : dimension;
}

/** What names the values of dimensions: the definition its conditions, its concordance tables their codes. */
export interface NamedValues {
  readonly definition: Definition;
  readonly codes: CodeNames;
}

/** The name of one value of a dimension in the language of the page; a code that has none stays itself. */
export function valueName(words: Words, named: NamedValues, dimension: string, value: string): string {
  if (value === notTold) return words.word('dimension.unknown');
  switch (dimension) {
    case 'kind':
      return kindName(words, value);
    case 'holder_type':
      return isHolderType(value) ? words.own(holderTypeNames[value]) : value;
    case 'route':
      return messageOf(words, routes, value);
    case 'outcome':
      return messageOf(words, outcomes, value);
    case 'ipc_section':
      return Object.hasOwn(sections, value) ? `${value} ${messageOf(words, sections, value)}` : value;
    case 'condition':
      return conditionNames(words, named.definition, value);
    default:
      return codeName(words, named.codes, dimension, value);
  }
}

/** A part of a figure in words: 实用新型、企业. */
export function partName(words: Words, values: NamedValues, part: string | undefined): string {
  const names = readPart(part).map(([name, value]) => valueName(words, values, name, value));
  return names.join(words.word('list.comma'));
}

function messageOf(words: Words, messages: Readonly<Record<string, string>>, value: string): string {
  const id = Object.hasOwn(messages, value) ? messages[value] : undefined;
  return id === undefined ? value : words.word(id);
}

/** A code with its name, `26 机器工具`. */
function codeName(words: Words, codes: CodeNames, dimension: string, value: string): string {
  const names = codes[dimension]?.[value];
  return names === undefined ? value : `${value} ${words.own(names)}`;
}

/** Records that meet two conditions stand under both names. */
function conditionNames(words: Words, definition: Definition, value: string): string {
  const known = definition.kind === 'stock' ? definition.conditions : [];
  const names = value.split('+').map((id) => {
    const condition = known.find((one) => one.id === id);
    return condition === undefined ? id : words.own(condition.names);
  });
  return names.join(' ∩ ');
}
