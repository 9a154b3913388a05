import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { OwnFault } from './fault.js';

/** RFC 8785 text of a JSON value: the same value always gives the same bytes. */
export function canonicalText(value: unknown): string {
  // The package is CommonJS with an ES default; both shapes occur, depending on the loader.
  const serialize = (
    typeof canonicalize === 'function' ? canonicalize : (canonicalize as { default: unknown }).default
  ) as (input: unknown) => string | undefined;
  const text = serialize(value);
  if (text === undefined) throw new OwnFault('a value without JSON form cannot be hashed');
  return text;
}

/** SHA-256 of the canonical text, in hexadecimal. */
export function canonicalHash(value: unknown): string {
  return createHash('sha256').update(canonicalText(value)).digest('hex');
}
