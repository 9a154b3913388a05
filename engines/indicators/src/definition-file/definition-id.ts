/** The id that the text of a definition gives itself, whether or not the rest of it can be read; null where it gives none. */
export function definitionIdOf(text: string): string | null {
  const [, quoted, plain] = /^id:[ \t]*(?:"([^"\n]*)"|'?([^'#\s]+))/m.exec(text) ?? [];
  return quoted ?? plain ?? null;
}
