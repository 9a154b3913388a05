import type { DecidedField, FieldValue } from '@zhiheng/office';
import { type Language, languages } from '@zhiheng/vocabulary';
import { limitText } from '../overview/limit-text.js';
import type { Words } from '../words/words.js';

/** A text of a field in the page's language, else in the one that it has. */
export function heldText(names: unknown, language: Language): { readonly text: string; readonly language: Language } {
  const texts = (names ?? {}) as Partial<Record<Language, string>>;
  const found = [language, ...languages].find((one) => texts[one] !== undefined) ?? language;
  return { text: texts[found] ?? '', language: found };
}

/** What a field says, in one line. */
export function fieldSummary(words: Words, { kind, value, read }: DecidedField): string {
  const shown = value ?? read;
  if (shown === null) return '–';
  const { language, word } = words;
  const list = (key: string) => (Array.isArray(shown[key]) ? (shown[key] as readonly string[]) : []);
  const name = () => heldText(shown.names, language).text;
  switch (kind) {
    case 'title':
    case 'section':
    case 'clause':
      return name();
    case 'item':
      return `${String(shown.number ?? '')} ${name()}`.trim();
    case 'target':
      return [name(), targetLimit(words, shown)].filter((one) => one !== '').join(' · ');
    case 'owners':
      return [...list('owners'), ...list('supporting')].join(word('list.comma'));
    case 'hand-in':
      return [shown.due, shown.to].filter((one) => one !== undefined).join(' · ');
    case 'noise':
      return String(shown.text ?? '');
    case 'overlay':
      return String(shown.area ?? '');
    default:
      return Object.values(shown).map(String).join(' ');
  }
}

function targetLimit(words: Words, value: FieldValue): string {
  const {
    kind,
    limit = null,
    direction = null,
    unit = null,
    decimals = 0,
  } = value as unknown as Partial<Parameters<typeof limitText>[1]>;
  return kind === undefined ? '' : limitText(words, { kind, limit, direction, unit, decimals });
}
