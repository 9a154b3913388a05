import { isLanguage, type Language, languages } from '@zhiheng/vocabulary';

const storageKey = 'language';

/** Locale for numbers, dates and sorting. */
export const localeOf: Readonly<Record<Language, string>> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en' };

/** How each language names itself. */
export const ownNames: Readonly<Record<Language, string>> = { 'zh-Hans': '简体', 'zh-Hant': '繁體', en: 'English' };

/** The interface language nearest to the browser's list: `zh-TW`, `zh-HK`, `zh-Hant…` are traditional. */
export function nearestLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (/^zh-(hant|tw|hk|mo)\b/i.test(tag)) return 'zh-Hant';
    if (/^zh\b/i.test(tag)) return 'zh-Hans';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return languages[0];
}

/** The language chosen before in this browser, else the nearest to its list. */
export function preferredLanguage(storage: Pick<Storage, 'getItem'> | null, wanted: readonly string[]): Language {
  const stored = storage?.getItem(storageKey);
  return isLanguage(stored) ? stored : nearestLanguage(wanted);
}

export function storeLanguage(storage: Pick<Storage, 'setItem'> | null, language: Language): void {
  storage?.setItem(storageKey, language);
}

/** The browser's storage; null where it is shut off. */
export function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
