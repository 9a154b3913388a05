import type { ShownClause, ShownSection } from '@zhiheng/office';

/** Whoever answers for a clause: those that the document names, else those that are proposed. */
export function answering({ owners, proposed }: Pick<ShownClause, 'owners' | 'proposed'>): readonly string[] {
  return owners.length > 0 ? owners : proposed;
}

/** Every organisation that a programme names for something, in the order in which they come first. */
export function organisationsOf(sections: readonly ShownSection[]): string[] {
  return [...new Set(clausesOf(sections).flatMap((clause) => [...clause.owners, ...clause.proposed]))];
}

export function clausesOf(sections: readonly ShownSection[]): readonly ShownClause[] {
  return sections.flatMap(({ items }) => items.flatMap(({ clauses }) => clauses));
}

/** The sections with the clauses that an organisation is named or proposed for; without one, all as they are. */
export function narrowSections(sections: readonly ShownSection[], owner: string | undefined): readonly ShownSection[] {
  if (owner === undefined) return sections;
  return sections.flatMap((section) => {
    const items = section.items.flatMap((item) => {
      const clauses = item.clauses.filter((one) => one.owners.includes(owner) || one.proposed.includes(owner));
      return clauses.length === 0 ? [] : [{ ...item, clauses }];
    });
    return items.length === 0 ? [] : [{ ...section, items }];
  });
}
