import { useEffect } from 'react';

/**
 * Writes a line at the foot of every printed sheet: the title of the page and what `line` says. It is a style sheet made by
 * script, which the policy of the pages allows, since a style sheet cannot read the page by itself.
 */
export function usePaperLine(line: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const write = () => {
      const text = `${document.title} · ${line}`.replaceAll(/[\\"\n]/g, ' ');
      sheet.replaceSync(`@page { @bottom-left { content: "${text}"; } }`);
    };
    window.addEventListener('beforeprint', write);
    return () => {
      window.removeEventListener('beforeprint', write);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [line]);
}
