import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UserFault } from '@zhiheng/vocabulary';
import { canonicalText } from '@zhiheng/vocabulary/canonical';
import type { SignedHead } from './signed-head.js';
import { syncFolder } from './sync-folder.js';

/**
 * Appends a signed head to a file as one line of JSON and syncs it. What an interrupted writing left at the end is dropped first.
 * Throws `anchors-unusable`.
 */
export function appendAnchor(path: string, head: SignedHead): void {
  try {
    const made = !existsSync(path);
    const whole = made ? 0 : wholeLines(readFileSync(path)).length;
    const file = openSync(path, made ? 'wx' : 'r+', 0o644);
    try {
      ftruncateSync(file, whole);
      writeSync(file, `${canonicalText(head)}\n`, whole);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (made) syncFolder(dirname(resolve(path)));
  } catch (error) {
    throw fileFault(error, path);
  }
}

/** The signed heads of a file, in its order. A last line without its end was never acknowledged. Throws `anchors-unusable`. */
export function readAnchors(path: string): readonly SignedHead[] {
  try {
    const lines = wholeLines(readFileSync(path)).toString('utf8').split('\n').slice(0, -1);
    return lines.map((line, at) => headOf(line, { path, line: at + 1 }));
  } catch (error) {
    throw fileFault(error, path);
  }
}

const wholeLines = (content: Buffer): Buffer => content.subarray(0, content.lastIndexOf('\n') + 1);

function headOf(line: string, place: { readonly path: string; readonly line: number }): SignedHead {
  const head = parsed(line) as Partial<Record<keyof SignedHead, unknown>> | null;
  const texts = [head?.office, head?.chain, head?.time, head?.key, head?.signature];
  if (Number.isSafeInteger(head?.number) && texts.every((text) => typeof text === 'string')) return head as SignedHead;
  throw new UserFault('anchors-unusable', {
    place,
    found: line.slice(0, 80),
    expected: 'a signed head in each line',
    values: { what: `line ${place.line} is no signed head` },
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function fileFault(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof UserFault || code === undefined) return error;
  const expected = 'a file outside of the office folder that can be read and written';
  return new UserFault('anchors-unusable', { place: { path }, found: code, expected, values: { what: code } });
}
