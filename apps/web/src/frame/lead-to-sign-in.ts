import { isLanguage, languages } from '@zhiheng/vocabulary';
import type { makeRouter } from '../routes.js';

/** Opens the page for signing in, with the way back to the address that is open. */
export function leadToSignIn(router: ReturnType<typeof makeRouter>): void {
  const { pathname, href } = router.latestLocation;
  const [, first, second] = pathname.split('/');
  if (second === 'sign-in') return;
  const language = isLanguage(first) ? first : languages[0];
  void router.navigate({ to: '/$language/sign-in', params: { language }, search: { back: href } });
}
