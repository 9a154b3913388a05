/** The interface languages, in the order people are offered them. */
export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text in all three languages. */
export type LocalizedText = Readonly<Record<Language, string>>;

/** True for a string that names one of the interface languages. */
export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && (languages as readonly string[]).includes(value);
}
