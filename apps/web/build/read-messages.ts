import { formatter } from '@lingui/format-po';

/** The messages of a PO file by their explicit ids, as ICU text. */
export async function readMessages(source: string): Promise<Record<string, string>> {
  const catalogue = await formatter({ explicitIdAsDefault: true }).parse(source, {
    locale: null,
    sourceLocale: 'zh-Hans',
    filename: 'messages.po',
  });
  return Object.fromEntries(Object.entries(catalogue).map(([id, entry]) => [id, entry.translation ?? '']));
}
