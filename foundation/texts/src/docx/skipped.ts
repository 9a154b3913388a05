/** Elements whose content is no text of the document: what was deleted or stood before a change, fields, readings. */
const skipped = new Set([
  ...['w:del', 'w:moveFrom', 'w:delText', 'w:instrText', 'w:delInstrText', 'w:rt', 'w:pPrChange', 'w:rPrChange'],
  ...['w:sectPrChange', 'w:tblPrChange', 'w:tblGridChange', 'w:tblPrExChange', 'w:trPrChange', 'w:tcPrChange'],
  ...['w:numberingChange', 'w:tabs', 'w:sectPr'],
]);

export function isSkipped(name: string): boolean {
  return skipped.has(name);
}

/** Elements that hold text in a form of its own, which is not read: leaving it out would lose it unseen. */
export const foreignText: ReadonlySet<string> = new Set(['w:altChunk', 'w:subDoc']);
