/** What a record says, in the language that it is written in: Chinese where it has a Chinese character, else English. */
export function RecordText({ text, className }: { readonly text: string; readonly className?: string }) {
  return (
    <span className={className} lang={languageOf(text)}>
      {text}
    </span>
  );
}

/** The language of a text of a record, for fonts and reading aloud. */
export function languageOf(text: string): 'zh' | 'en' {
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
}
