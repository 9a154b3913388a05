import type { ZipEntry } from '@zhiheng/archives';
import { readPart } from './part-parser.js';

/** One part that another part of a workbook points at. */
export interface Relation {
  readonly id: string;
  /** Last word of its type, the same in both editions of the standard: `worksheet`, `sharedStrings`. */
  readonly kind: string;
  /** Name of the part in the archive. */
  readonly target: string;
}

/** The relations of `owner`; those that lead outside the file are left out. */
export async function readRelations(part: ZipEntry, owner: string): Promise<Relation[]> {
  const relations: Relation[] = [];
  await readPart(part, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
      const kind = /[^/]+$/.exec(attributes.Type ?? '')?.[0] ?? '';
      relations.push({ id: attributes.Id ?? '', kind, target: partName(attributes.Target ?? '', owner) });
    },
  });
  return relations;
}

/** A target as written, `/xl/styles.xml`, `styles.xml` or `../styles.xml`, as a name in the archive. */
function partName(target: string, owner: string): string {
  const { pathname } = new URL(target, new URL(owner, 'part:/'));
  try {
    return decodeURIComponent(pathname).slice(1);
  } catch {
    return pathname.slice(1);
  }
}
