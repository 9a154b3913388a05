import { type Messages, setupI18n } from '@lingui/core';
import type { Language } from '@zhiheng/vocabulary';
import { localeOf } from './language.js';
import { type Words, wordsOf } from './words.js';

const loaders: Readonly<Record<Language, () => Promise<{ default: Messages }>>> = {
  'zh-Hans': () => import('../../locales/zh-Hans/messages.po'),
  'zh-Hant': () => import('../../locales/zh-Hant/messages.po'),
  en: () => import('../../locales/en/messages.po'),
};
const ready = new Map<Language, Promise<Words>>();

/** The words of a language, fetched once. */
export function loadWords(language: Language): Promise<Words> {
  const known = ready.get(language);
  if (known !== undefined) return known;
  const loading = loaders[language]().then(({ default: messages }) =>
    wordsOf(setupI18n({ locale: language, locales: localeOf[language], messages: { [language]: messages } }), language),
  );
  ready.set(language, loading);
  return loading;
}
