import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

/** Elements whose content is no text of the page: programs, styles, forms, pictures, and what lies in other files. */
const silent = new Set([
  ...['head', 'script', 'style', 'template', 'noscript', 'noframes', 'noembed', 'iframe', 'object', 'embed', 'applet'],
  ...['svg', 'canvas', 'audio', 'video', 'map', 'select', 'datalist', 'textarea', 'input', 'rp', 'rt', 'dialog'],
]);

const hiding = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i;

/** Whether a reader of the page sees the element, as far as the page itself tells: linked styles are not fetched. */
export function isShown(element: Element): boolean {
  if (silent.has(element.tagName)) return element.tagName === 'dialog' && attribute(element, 'open') !== null;
  return attribute(element, 'hidden') === null && !hiding.test(attribute(element, 'style') ?? '');
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

/** A whole number of an attribute, within bounds. */
export function countAttribute(element: Element, name: string, most: number): number {
  const value = Number.parseInt(attribute(element, name) ?? '1', 10);
  return Number.isNaN(value) ? 1 : Math.min(Math.max(value, 1), most);
}
