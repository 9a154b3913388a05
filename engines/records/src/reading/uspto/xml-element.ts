/** An element as it stands in the file; texts and elements in their order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** Elements that stand on their own line: their text never runs into its neighbour's. */
const blocks = new Set(['p', 'claim-text', 'heading', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'br', 'row', 'entry']);

/** Child elements of a name, in order. */
export function childrenOf(element: XmlElement | null, name: string): XmlElement[] {
  return (element?.children ?? []).filter((child): child is XmlElement => isElement(child) && child.name === name);
}

/** The first element at a path of names below `element`; null when there is none. */
export function elementAt(element: XmlElement | null, ...path: string[]): XmlElement | null {
  let at = element;
  for (const name of path) at = childrenOf(at, name)[0] ?? null;
  return at;
}

/** The text of the first element at a path, markup and line breaks flattened; null when there is none or it is blank. */
export function textAt(element: XmlElement | null, ...path: string[]): string | null {
  return flatText(elementAt(element, ...path));
}

/** The text of an element with its inline markup flattened and white space collapsed; null when blank. */
export function flatText(element: XmlElement | null): string | null {
  if (element === null) return null;
  const text = verbatimText(element).replaceAll(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}

/** The text of an element, spaces as they are. */
export function verbatimText(element: XmlElement): string {
  const text = element.children.map((child) => (isElement(child) ? verbatimText(child) : child)).join('');
  return blocks.has(element.name) ? ` ${text} ` : text;
}

function isElement(child: XmlElement | string): child is XmlElement {
  return typeof child !== 'string';
}
