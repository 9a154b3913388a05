import { type I18n, type Messages, setupI18n } from '@lingui/core';
import type { Language } from '@zhiheng/vocabulary';
import { localeOf } from './language.js';
import { type Words, wordsOf } from './words.js';

const loaders: Readonly<Record<Language, () => Promise<{ default: Messages }>>> = {
  'zh-Hans': () => import('../../locales/zh-Hans/messages.po'),
  'zh-Hant': () => import('../../locales/zh-Hant/messages.po'),
  en: () => import('../../locales/en/messages.po'),
};
/** Words of the staff pages, which readers of figures do not fetch. */
const staffLoaders: typeof loaders = {
  'zh-Hans': () => import('../../locales/zh-Hans/staff.po'),
  'zh-Hant': () => import('../../locales/zh-Hant/staff.po'),
  en: () => import('../../locales/en/staff.po'),
};

interface Catalogue {
  readonly i18n: I18n;
  readonly words: Words;
}

const ready = new Map<Language, Promise<Catalogue>>();
const staffReady = new Map<Language, Promise<void>>();

/** The words of a language, fetched once. */
export async function loadWords(language: Language): Promise<Words> {
  return (await catalogue(language)).words;
}

/** Adds the words of the staff pages to those of a language, once. */
export function loadStaffWords(language: Language): Promise<void> {
  const known = staffReady.get(language);
  if (known !== undefined) return known;
  const loading = Promise.all([catalogue(language), staffLoaders[language]()]).then(
    ([{ i18n }, { default: messages }]) => i18n.load(language, messages),
  );
  staffReady.set(language, loading);
  return loading;
}

function catalogue(language: Language): Promise<Catalogue> {
  const known = ready.get(language);
  if (known !== undefined) return known;
  const loading = loaders[language]().then(({ default: messages }) => {
    const i18n = setupI18n({ locale: language, locales: localeOf[language], messages: { [language]: messages } });
    return { i18n, words: wordsOf(i18n, language) };
  });
  ready.set(language, loading);
  return loading;
}
