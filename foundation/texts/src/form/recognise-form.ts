/** What the first bytes of a file are. `other` has been recognised as something that is not read. */
export type Form =
  | { readonly form: 'zip' | 'pdf' | 'compound' | 'text' }
  | { readonly form: 'other'; readonly named: string };

const signatures: readonly (readonly [string, Form])[] = [
  ['504b0304', { form: 'zip' }],
  ['504b0506', { form: 'zip' }],
  ['d0cf11e0a1b11ae1', { form: 'compound' }],
  ['7b5c727466', { form: 'other', named: 'RTF' }],
  ['89504e47', { form: 'other', named: 'a picture (PNG)' }],
  ['ffd8ff', { form: 'other', named: 'a picture (JPEG)' }],
  ['47494638', { form: 'other', named: 'a picture (GIF)' }],
  ['49492a00', { form: 'other', named: 'a picture (TIFF)' }],
  ['4d4d002a', { form: 'other', named: 'a picture (TIFF)' }],
  ['1f8b', { form: 'other', named: 'a packed file (gzip)' }],
  ['377abcaf271c', { form: 'other', named: 'a packed file (7z)' }],
  ['526172211a07', { form: 'other', named: 'a packed file (RAR)' }],
  ['7f454c46', { form: 'other', named: 'a program' }],
  ['25215053', { form: 'other', named: 'PostScript' }],
];

/** Recognises a file by its first bytes; its name is not asked. */
export function recogniseForm(head: Buffer): Form {
  const start = head.toString('hex', 0, 8);
  const [, found] = signatures.find(([signature]) => start.startsWith(signature)) ?? [];
  if (found !== undefined) return found;
  return /^(?:\u00ef\u00bb\u00bf)?[\s\0]*%PDF-\d/.test(head.toString('latin1', 0, 1024))
    ? { form: 'pdf' }
    : { form: 'text' };
}
