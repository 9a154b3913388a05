import type { Definition } from '@zhiheng/indicators';
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

/** The name of one value of a dimension in the language of the page; a code that has none stays itself. */
export function valueName(words: Words, definition: Definition, dimension: string, value: string): string {
  if (value === notTold) return words.word('dimension.unknown');
  switch (dimension) {
    case 'kind':
      return kindName(words, value);
    case 'holder_type':
      return isHolderType(value) ? words.own(holderTypeNames[value]) : value;
    case 'route':
      return named(words, routes, value);
    case 'outcome':
      return named(words, outcomes, value);
    case 'ipc_section':
      return Object.hasOwn(sections, value) ? `${value} ${named(words, sections, value)}` : value;
    case 'condition':
      return conditionNames(words, definition, value);
    default:
      return value;
  }
}

/** A part of a figure in words: 实用新型、企业. */
export function partName(words: Words, definition: Definition, part: string | undefined): string {
  const names = readPart(part).map(([name, value]) => valueName(words, definition, name, value));
  return names.join(words.word('list.comma'));
}

function named(words: Words, messages: Readonly<Record<string, string>>, value: string): string {
  const id = Object.hasOwn(messages, value) ? messages[value] : undefined;
  return id === undefined ? value : words.word(id);
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
