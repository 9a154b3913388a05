import type { Day } from '@zhiheng/vocabulary';
import { canonicalHash } from '@zhiheng/vocabulary/canonical';
import type { Definition } from './definition.js';

/** Changes whenever the same definition and records could give another observation set. */
export const compilerVersion = '5';

/** Hash of everything that a definition's figures rest on; without parts of other definitions, the definition's own. */
export function closureHash(definition: Definition): string {
  return definition.hash;
}

/** What makes a vintage itself. */
export interface VintageIdentity {
  readonly release: string;
  readonly ledgerPosition: number;
  readonly effective: Day;
  /** Hashes of reference files and tables by name. */
  readonly reference: Readonly<Record<string, string>>;
  /** Closure hashes by definition id. */
  readonly definitions: Readonly<Record<string, string>>;
}

/** `v` and 16 hexadecimal digits of the hash of its identity and of the compiler's version. */
export function vintageName(identity: VintageIdentity): string {
  const { release, ledgerPosition, effective, reference, definitions } = identity;
  const hash = canonicalHash({ release, ledgerPosition, effective, reference, definitions, compilerVersion });
  return `v${hash.slice(0, 16)}`;
}
