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
  'corrections-wrong': {
    message: '{what}',
    http: 400,
    exit: 1,
    advice: 'Correct the file of corrections at the named place; definitions/programmes/README.md tells its form.',
  },
  'review-waiting': {
    message: '{count} fields wait for a decision',
    http: 409,
    exit: 1,
    advice: 'Decide on them one by one, or accept all that is left as it was read.',
  },
  'field-lacking': {
    message: 'the text gives nothing for {field}, and a programme needs it',
    http: 400,
    exit: 1,
    advice: 'Set it by a correction of that field.',
  },
  'programme-id-taken': {
    message: 'a programme of the id {programme} is in force',
    http: 409,
    exit: 1,
    advice: 'Name another id, or none: then a free one is taken.',
  },
} as const satisfies Record<string, ErrorEntry>;
