import { mayDo, type Permission } from '@zhiheng/rights';
import type { Actor } from '@zhiheng/vocabulary';
import type { Office } from '../office.js';

/** What somebody sees of computed values. */
export interface SeenVintage {
  /** False: none of them, only what others published. */
  readonly computed: boolean;
  /** The vintage whose values are seen; left out: the newest. */
  readonly vintage: string | undefined;
}

/**
 * Whoever may see computed values sees those of any vintage. Everyone else sees those of published vintages alone: the current one, or another
 * published one that is named. Before the first publication that is none.
 */
export async function vintageSeenBy(
  office: Office,
  actor: Actor,
  permission: Extract<Permission, 'figures:read-computed' | 'verdicts:read-computed'>,
  named?: string,
): Promise<SeenVintage> {
  if (mayDo(actor, permission).allowed) return { computed: true, vintage: named };
  const published = await office.publications.all();
  const seen = named === undefined ? published.at(-1) : published.find(({ vintage }) => vintage === named);
  return seen === undefined ? { computed: false, vintage: named } : { computed: true, vintage: seen.vintage };
}
