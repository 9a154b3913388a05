import { UserFault } from '@zhiheng/vocabulary';

interface PathPlace {
  readonly path?: string;
}

/** @param stated the encoding of the XML declaration; null where the bytes themselves are wrong */
export function encodingFault(path: PathPlace, byte: number, stated: string | null): UserFault {
  return new UserFault('encoding-wrong', {
    place: { ...path, byte },
    found: stated ?? 'bytes that are not UTF-8',
    expected: 'utf-8',
  });
}

/** @param error what the parser threw, `line:column: what` */
export function malformedFault(path: PathPlace, byte: number, error: unknown): UserFault {
  if (!(error instanceof Error)) throw error;
  const [, line, column, what] = /^(\d+):(\d+): (.*?)\.?$/s.exec(error.message) ?? [];
  const found = what ?? error.message;
  return new UserFault('xml-malformed', {
    place: { ...path, byte, ...(line === undefined ? {} : { line: Number(line), column: Number(column) }) },
    found,
    expected: 'well-formed XML',
    values: { what: found },
  });
}

export function truncatedFault(path: PathPlace, byte: number, end: number): UserFault {
  return new UserFault('file-truncated', {
    place: { ...path, byte },
    found: `the end of the file at byte ${end}`,
    expected: byte === end ? 'the end of the document' : 'the end of the record that begins here',
  });
}

/** @param byte where the record begins */
export function tooLongFault(path: PathPlace, byte: number, longest: number): UserFault {
  return new UserFault('part-too-large', {
    place: { ...path, byte },
    found: `a record of more than ${longest} bytes`,
    expected: `at most ${longest} bytes`,
    values: { what: `a record of more than ${longest} bytes` },
  });
}
