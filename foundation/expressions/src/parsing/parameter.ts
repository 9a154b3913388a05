import { nearestWord } from '@zhiheng/vocabulary';
import { build } from '../build-expression.js';
import type { Literal } from '../expression.js';
import { expressionFault } from '../expression-fault.js';
import type { Token } from '../token.js';
import type { Reading } from './reading.js';

/** The value of the parameter that a token names. */
export function readParameter({ shape: { parameters } }: Reading, { source, place }: Token): Literal {
  const name = source.slice(1);
  const constant = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (constant !== undefined) return build.parameter(name, constant, place);
  const names = Object.keys(parameters).sort();
  throw expressionFault(place, {
    what: `no parameter is named ${name}`,
    found: source,
    expected:
      names.length === 0 ? 'a value: there are no parameters' : `one of ${names.map((one) => `$${one}`).join(', ')}`,
    didYouMean: near(name, names),
  });
}

function near(name: string, names: readonly string[]): string | null {
  const found = nearestWord(name, names);
  return found === null ? null : `$${found}`;
}
