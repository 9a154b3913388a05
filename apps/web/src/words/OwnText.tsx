import { type Language, type LocalizedText, lackingIn } from '@zhiheng/vocabulary';
import { useWords } from './words.js';

const languageWords: Readonly<Record<Language, string>> = {
  'zh-Hans': 'text-language.simplified',
  'zh-Hant': 'text-language.traditional',
  en: 'text-language.english',
};

export interface OwnTextProps {
  readonly text: LocalizedText;
  /** Says in which language it stands where it lacks the page's own. */
  readonly told?: boolean;
}

/** A text in the page's language; one that lacks it in the language that it has, which it says to those who hear it. */
export function OwnText({ text, told = false }: OwnTextProps) {
  const { word, own, language } = useWords();
  const other = lackingIn(text, language);
  if (other === null) return own(text);
  return (
    <>
      <span lang={other}>{own(text)}</span>
      {told ? <span className="unit"> {word(languageWords[other])}</span> : null}
    </>
  );
}
