import type { ErrorEntry } from './error-entry.js';

/** Codes of documents whose text is read; part of `errorTable`. */
export const errorsOfDocuments = {
  'document-refused': {
    message: 'a document of this form is not read: {form}',
    http: 400,
    exit: 1,
    advice: 'Open it where it was written and save it as DOCX, PDF with text, HTML or TXT.',
  },
  'document-damaged': {
    message: 'the document is not whole: {what}',
    http: 400,
    exit: 1,
    advice: 'Fetch the document again, or open it where it was written and save it anew.',
  },
  'document-encrypted': {
    message: 'the document is protected by a password',
    http: 400,
    exit: 1,
    advice: 'Open it with its password and save it without one.',
  },
  'document-macros': {
    message: 'the document carries macros',
    http: 400,
    exit: 1,
    advice: 'Save it as DOCX without macros, or as PDF.',
  },
  'document-textless': {
    message: 'the document holds no text',
    http: 400,
    exit: 1,
    advice: 'A scan holds pictures alone: use the file it was printed from, or recognise its text and proof-read that.',
  },
  'document-too-large': {
    message: 'the document is larger than may be read: {what}',
    http: 400,
    exit: 1,
    advice: 'Look at it yourself; split it, or save the text alone.',
  },
} as const satisfies Record<string, ErrorEntry>;
