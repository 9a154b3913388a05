import { UserFault } from '@zhiheng/vocabulary';
import type { ReadOptions } from '../byte-source.js';
import type { FrameTag } from '../exchange/frame-parser.js';

/** Root of every answer. */
const answerRoot = 'world-patent-data';
/**
 * What a root holds in answers that tell records of rights. Every other answer is refused by the name of its element:
 * `register-search`, `fulltext-documents`, `fulltext-inquiry`, `document-inquiry`, `equivalents-inquiry`,
 * `classification-scheme`, `classification-search`, `standardization` …
 */
const readAnswers = new Set(['exchange-documents', 'patent-family', 'biblio-search']);
/** Remarks of the service beside the answer. */
const remarks = new Set(['meta']);

/** Throws `format-refused` with the name of an answer that holds no records, `format-unknown` for another root. */
export function checkAnswer({ name, path }: FrameTag, options: ReadOptions): void {
  const place = { ...(options.file === undefined ? {} : { path: options.file }), byte: 0 };
  if (path.length === 0 && name !== answerRoot) {
    throw new UserFault('format-unknown', { place, found: name, expected: answerRoot });
  }
  const answer = path.length === 1 ? name : (path[1] ?? answerRoot);
  const other = path.length === 1 && !readAnswers.has(name) && !remarks.has(name);
  const referencesOnly = path.at(-1) === 'search-result' && name !== 'exchange-documents';
  if (!other && !referencesOnly) return;
  throw new UserFault('format-refused', {
    place,
    found: answer,
    expected: 'an answer with exchange-documents or a patent-family',
  });
}
