import { nearestWord, type UserFault } from '@zhiheng/vocabulary';
import type { PublishedValue } from './published-value.js';
import { referenceFault } from './reference-fault.js';
import { type Wordings, wordingsFile } from './wordings.js';

const columns = ['scope', 'source', 'note'] as const;

/**
 * What is lacking between values and wordings, each `reference-wrong` with its place: a text that has no wording, told once, where it stands first;
 * a wording of a text that no value has. An office may keep series of its own unworded, so reading them asks nothing of this.
 */
export function wordingFaults(values: readonly PublishedValue[], wordings: Wordings): UserFault[] {
  const used = new Set<string>();
  const lacking: UserFault[] = [];
  for (const value of values) {
    for (const field of columns) {
      const text = value[field];
      if (text === null || used.has(text)) continue;
      used.add(text);
      if (wordings.has(text)) continue;
      lacking.push(
        referenceFault({
          ...{ path: value.path, line: value.line, field, what: `${field} has no wording` },
          ...{ found: text, expected: `a row of ${wordingsFile}`, near: nearestWord(text, [...wordings.keys()]) },
        }),
      );
    }
  }
  const unused = [...wordings].filter(([text]) => !used.has(text));
  return [
    ...lacking,
    ...unused.map(([text, { path, line }]) =>
      referenceFault({
        ...{ path, line, field: 'text', what: 'no published value has this text' },
        ...{ found: text, expected: 'a scope, source or note of a file beside it', near: nearestWord(text, [...used]) },
      }),
    ),
  ];
}
