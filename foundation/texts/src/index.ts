export { readTextDocument, type TextOptions, type TextSource } from './read-text-document.js';
export type { LineKind, TextDocument, TextFormat, TextLine } from './text-document.js';
export { type TextLimits, usualTextLimits } from './text-limits.js';
