/** The interface languages, in the order people are offered them. */
export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text in all three languages. */
export type LocalizedText = Readonly<Record<Language, string>>;

/** True for a string that names one of the interface languages. */
export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && (languages as readonly string[]).includes(value);
}

/**
 * A text taken from a document of fewer languages: those it lacks stand in the first that it has, and nothing is translated or converted. A
 * `GivenText` goes wherever a `LocalizedText` does; `lackingIn` tells what to say of it.
 */
export interface GivenText extends LocalizedText {
  readonly lacking?: readonly Language[];
}

/** The language that a text stands in when it lacks the one asked for; null where it has it. */
export function lackingIn(text: LocalizedText, language: Language): Language | null {
  const lacking = (text as GivenText).lacking ?? [];
  if (!lacking.includes(language)) return null;
  return languages.find((one) => !lacking.includes(one) && text[one] === text[language]) ?? null;
}
