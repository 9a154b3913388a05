import { UserFault } from '@zhiheng/vocabulary';
import type { Refusal } from '../flow/refusal.js';

/** A refusal as a fault, for commands and the HTTP interface: `not-allowed`, `state-changed` or `act-refused`. */
export function refusalFault(refusal: Refusal): UserFault {
  const expected = refusal.possible.map(({ act }) => act).join(', ') || 'nothing is possible for you now';
  switch (refusal.code) {
    case 'role':
    case 'organisation':
    case 'holder':
      return new UserFault('not-allowed', { found: refusal.words.en, expected });
    case 'state-changed': {
      const { person: who, act, time } = refusal;
      return new UserFault('state-changed', { expected, values: { who, act, time } });
    }
    default:
      return new UserFault('act-refused', { found: refusal.code, expected, values: { what: refusal.words.en } });
  }
}
