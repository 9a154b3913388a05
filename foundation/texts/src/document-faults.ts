import { type Place, UserFault } from '@zhiheng/vocabulary';

const readable = 'TXT, HTML, DOCX, or PDF with text';

/** A form that is recognised, or not, and not read. */
export function refused(name: string, form: string): UserFault {
  return new UserFault('document-refused', {
    place: { path: name },
    found: form,
    expected: readable,
    values: { form },
  });
}

export function damaged(place: Place, what: string, expected: string): UserFault {
  return new UserFault('document-damaged', { place, found: what, expected, values: { what } });
}

export function encrypted(name: string, found: string): UserFault {
  return new UserFault('document-encrypted', {
    place: { path: name },
    found,
    expected: 'a document without a password',
  });
}

export function carriesMacros(name: string, found: string): UserFault {
  return new UserFault('document-macros', { place: { path: name }, found, expected: 'a document without macros' });
}

export function textless(name: string, found: string): UserFault {
  return new UserFault('document-textless', { place: { path: name }, found, expected: 'text' });
}

export function tooLarge(place: Place, what: string, expected: string): UserFault {
  return new UserFault('document-too-large', { place, found: what, expected, values: { what } });
}

/** What is wrong with the zip file that a document is, as a fault of the document; other errors pass through. */
export function packingFault(error: unknown): unknown {
  if (!(error instanceof UserFault)) return error;
  const { place = {}, found = error.message, expected = 'a whole zip file' } = error.detail;
  switch (error.code) {
    case 'file-truncated':
      return damaged(place, `it ends too early: ${found}`, expected);
    case 'archive-damaged':
    case 'archive-path':
    case 'format-refused':
      return damaged(place, found, expected);
    case 'archive-encrypted':
      return encrypted(place.path ?? '', found);
    case 'archive-bomb':
      return tooLarge(place, found, expected);
    default:
      return error;
  }
}
