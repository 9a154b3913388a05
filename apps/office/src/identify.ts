import { userInfo } from 'node:os';
import { type Actor, localOperator, type Surface } from '@zhiheng/vocabulary';
import type { Office } from './office.js';

/** What someone shows to say who acts; `operator`: whoever may open the folder itself. */
export type Credential =
  | { readonly kind: 'operator' }
  | { readonly kind: 'session'; readonly token: string }
  | { readonly kind: 'key'; readonly secret: string };

/** Who acts, by what was shown. Throws `sign-in-needed` for what is not, or no longer, good. */
export async function identify(_office: Office, credential: Credential, surface: Surface): Promise<Actor> {
  if (credential.kind === 'operator') return { ...localOperator(userInfo().username), surface };
  throw new Error('accounts');
}
