import { isUtf8 } from 'node:buffer';
import { firstWrongByte } from '../table/text-encoding.js';
import type { Piece } from './piece-cutter.js';

/** The text of a piece as far as it is one, and the byte of the file where it ceases to be; null when all is text. */
export interface PieceText {
  readonly text: string;
  readonly wrongByte: number | null;
}

/** Decodes UTF-8 strictly; NUL is no character of a text. */
export function pieceText({ position, bytes }: Piece): PieceText {
  const zero = bytes.indexOf(0);
  if (zero < 0 && isUtf8(bytes)) return { text: bytes.toString('utf8'), wrongByte: null };
  const wrong = Math.min(zero < 0 ? bytes.length : zero, firstWrongByte(bytes, 'utf-8') ?? bytes.length);
  return { text: bytes.toString('utf8', 0, wrong), wrongByte: position + wrong };
}
