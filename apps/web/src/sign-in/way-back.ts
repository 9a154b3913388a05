/** The address to go on to after signing in: one of these pages, else the overview. */
export function wayBack(back: string | undefined, language: string): string {
  const ownPage = back !== undefined && /^\/(?:zh-Hans|zh-Hant|en)(?:[/?#]|$)/.test(back);
  return ownPage && !back.includes('/sign-in') ? back : `/${language}`;
}
