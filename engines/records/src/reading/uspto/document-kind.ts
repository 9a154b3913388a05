import type { Kind } from '@zhiheng/vocabulary';
import { RecordFault } from '../record-fault.js';

const kindOfType: Readonly<Record<string, Kind>> = { utility: 'invention', design: 'design', plant: 'plant' };
/** First letters of publication kinds: A, B utility; S design; P plant; E reissue; H statutory invention registration. */
const kindOfPublication: Readonly<Record<string, Kind>> = {
  A: 'invention',
  B: 'invention',
  S: 'design',
  P: 'plant',
  E: 'other',
  H: 'other',
};

export interface DocumentKind {
  readonly kind: Kind;
  /** `utility`, `reissue` …; the publication kind (`H1`) where the application type does not tell it. */
  readonly asGiven: string;
}

/**
 * The kind of right from the application type and the publication kind. Reissues and statutory invention
 * registrations are `other`. Throws `kind-wrong` where neither tells the kind or they tell different ones.
 *
 * @param numberKind the kind that the application number tells, if it tells one
 */
export function documentKind(type: string | null, publication: string | null, numberKind: Kind | null): DocumentKind {
  const published = kindOfPublication[publication?.charAt(0) ?? ''] ?? null;
  const stated = type === null ? published : (kindOfType[type.toLowerCase()] ?? rareKind(type));
  const kind = published === 'other' ? 'other' : (stated ?? published);
  if (kind === null) {
    throw new RecordFault('kind-wrong', 'kind', described(type, publication), 'utility, design, plant, reissue, sir');
  }
  const told = [published, numberKind].find((other) => other !== null && other !== kind);
  if (kind !== 'other' && told !== undefined) {
    throw new RecordFault('kind-wrong', 'kind', described(type, publication), `a type and number of one kind: ${told}`);
  }
  const asGiven = published === 'other' && type?.toLowerCase() === 'utility' ? publication : (type ?? publication);
  return { kind, asGiven: asGiven ?? kind };
}

function rareKind(type: string): Kind | null {
  return /^(?:reissue|sir|statutory[- ]invention[- ]registration)$/i.test(type) ? 'other' : null;
}

function described(type: string | null, publication: string | null): string {
  return `application type ${type ?? '(none)'}, publication kind ${publication ?? '(none)'}`;
}
