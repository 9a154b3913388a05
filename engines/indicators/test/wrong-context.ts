import type { Definition } from '../src/definition.js';
import type { DefinitionContext } from '../src/definition-file/read-definition.js';
import { areas } from './areas.js';
import { applications, grants, pendency, reported } from './definitions.js';
import { inventionShare, part } from './made-definitions.js';

const ring = (id: string, next: string): Definition => ({ ...inventionShare, id, numerator: part(next) });
const population: Definition = {
  ...reported,
  published: [{ series: 'population', breakdown: {}, statistic: null }],
};

/** The house that the wrong files come into: some definitions, a ring of three among them, and some series. */
export const wrongContext: DefinitionContext = {
  areas,
  series: new Set(['invention-grants', 'design-grants', 'population']),
  others: [applications, grants, pendency('days'), population, ring('ring-b', 'ring-c'), ring('ring-c', 'ring-a')],
};
