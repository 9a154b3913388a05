/** The one-time link's token out of `#link=TOKEN`, which no server ever sees; null without one. */
export function linkToken(hash: string): string | null {
  const token = new URLSearchParams(hash.replace(/^#/, '')).get('link');
  return token === null || token === '' ? null : token;
}
