/** The first element of a document as its head shows it. */
export interface XmlRoot {
  /** Without namespace prefix. */
  readonly name: string;
  /** The text of its start tag behind the name. */
  readonly attributes: string;
}

/** Declaration, instructions, comments, a DOCTYPE with or without an internal subset, and the space between. */
const prologue = /(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>)/y;
const startTag = /<(?:[\w.-]+:)?([\w.-]+)([^>]*)/y;

/** The root of an XML text; where the head ends inside the DOCTYPE, what the DOCTYPE names. Null when there is none. */
export function xmlRoot(text: string): XmlRoot | null {
  let at = 0;
  for (;;) {
    prologue.lastIndex = at;
    const length = prologue.exec(text)?.[0].length ?? 0;
    if (length === 0) break;
    at += length;
  }
  startTag.lastIndex = at;
  const [, name, attributes = ''] = startTag.exec(text) ?? [];
  if (name !== undefined) return { name, attributes };
  const announced = /<!DOCTYPE\s+(?:[\w.-]+:)?([\w.-]+)/.exec(text.slice(at))?.[1];
  return announced === undefined ? null : { name: announced, attributes: '' };
}
