export { type JudgedFormat, judgeDocument, judgedFormats } from './judged/judge-document.js';
export { type DocumentPreview, previewDocument } from './judged/preview-document.js';
export { readTextDocument, type TextOptions, type TextSource } from './read-text-document.js';
export type { LineKind, TextDocument, TextFormat, TextLine } from './text-document.js';
export { type TextLimits, usualTextLimits } from './text-limits.js';
