import type { Definition } from '@zhiheng/indicators';
import type { Programme } from '@zhiheng/programme';
import type { NamedLink, ShownSection } from '../answers-guidelines.js';

/** The sections of a programme, each clause with the names of its indicators and targets; of one `clause`, no more than where it stands. */
export function shownSections(
  { sections, targets }: Pick<Programme, 'sections' | 'targets'>,
  definitions: readonly Pick<Definition, 'id' | 'names'>[],
  clause?: string,
): ShownSection[] {
  const named = (known: readonly Pick<Definition, 'id' | 'names'>[]) => {
    const byId = new Map(known.map(({ id, names }) => [id, names]));
    return (ids: readonly string[]): NamedLink[] => ids.map((id) => ({ id, names: byId.get(id) ?? null }));
  };
  const [indicators, aims] = [named(definitions), named(targets)];
  const shown = sections.map((section) => ({
    ...section,
    items: section.items
      .map((item) => ({
        ...item,
        clauses: item.clauses
          .filter(({ id }) => clause === undefined || id === clause)
          .map((one) => ({ ...one, indicators: indicators(one.indicators), targets: aims(one.targets) })),
      }))
      .filter(({ clauses }) => clause === undefined || clauses.length > 0),
  }));
  return shown.filter(({ items }) => clause === undefined || items.length > 0);
}
