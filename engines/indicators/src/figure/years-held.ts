import type { Period } from '@zhiheng/vocabulary';
import { isComputed } from '../definition.js';
import { isMade, originOfPart } from '../made-parts.js';
import { computedScope, decidingEvent } from './computed-scope.js';
import type { FigureRequest, FigureSources, PartSources } from './figure-request.js';
import { type MadePart, madeParts } from './part-figures.js';
import { datasetsOf } from './scope.js';

/** Years with a value, inside coverage, or with a published value; of a made figure those of its parts. */
export async function yearsHeld(
  own: PartSources,
  request: Pick<FigureRequest, 'office' | 'dataset'>,
  sources: FigureSources,
): Promise<Period[]> {
  const years = new Set(own.published.map((row) => row.period).filter((period) => period.length === 4));
  const { definition, observations } = own;
  const office = request.office ?? sources.office;
  if (isComputed(definition) && observations !== null) {
    for (const dataset of datasetsOf(request.dataset, office, sources.holdings)) {
      const { book } = computedScope(definition, office, dataset, sources);
      const held = [...(await observations.years(office, dataset)), ...book.years(decidingEvent(definition))];
      for (const year of held) years.add(String(year).padStart(4, '0'));
    }
  }
  if (isMade(definition)) {
    for (const part of await madeParts(definition, sources)) {
      for (const year of await yearsHeld(ofOneOrigin(part), request, sources)) years.add(year);
    }
  }
  return [...years].sort();
}

/** What a part is drawn from, without values of other origins. */
function ofOneOrigin({ part, sources }: MadePart): PartSources {
  return originOfPart(part, sources.definition) === 'published'
    ? { ...sources, observations: null }
    : { ...sources, published: [] };
}
