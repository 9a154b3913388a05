import type { FaultReport } from '@zhiheng/vocabulary';
import type { TextDocument } from '../text-document.js';
import type { TextLimits } from '../text-limits.js';

export interface PdfOrder {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly limits: TextLimits;
}

export type PdfAnswer = { readonly document: TextDocument } | { readonly fault: FaultReport };
