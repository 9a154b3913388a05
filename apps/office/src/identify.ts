import { userInfo } from 'node:os';
import { actorOf } from '@zhiheng/accounts';
import { type Actor, localOperator, type Surface, UserFault } from '@zhiheng/vocabulary';
import type { Office } from './office.js';

/** What someone shows to say who acts; `operator`: whoever may open the folder itself. */
export type Credential =
  | { readonly kind: 'operator' }
  | { readonly kind: 'session'; readonly token: string }
  | { readonly kind: 'key'; readonly secret: string };

export interface Identified {
  readonly actor: Actor;
  /** Public name of the session that was shown; null without one. */
  readonly session: string | null;
}

/** Who acts, by what was shown. Throws `sign-in-needed` for what is not, or no longer, good. */
export async function identify(office: Office, credential: Credential, surface: Surface): Promise<Identified> {
  if (credential.kind === 'operator') {
    return { actor: { ...localOperator(userInfo().username), surface }, session: null };
  }
  const shown = credential.kind === 'key' ? { key: credential.secret } : { session: credential.token };
  const known = await actorOf(office.people.accounts, shown, surface);
  if (known === null) throw new UserFault('sign-in-needed', { found: credential.kind });
  return { actor: known.actor, session: known.session?.id ?? null };
}
