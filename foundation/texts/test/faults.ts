import { UserFault } from '@zhiheng/vocabulary';
import { readTextDocument, type TextLimits } from '../src/index.js';

/** Code, place and what stood there. */
export async function faultOf(content: Uint8Array, limits: Partial<TextLimits> = {}): Promise<unknown[]> {
  return thrownBy(() => readTextDocument({ name: 'd', content }, { limits }));
}

export async function thrownBy(read: () => unknown): Promise<unknown[]> {
  try {
    await read();
  } catch (fault) {
    if (!(fault instanceof UserFault)) throw fault;
    return [fault.code, fault.detail.place, fault.detail.found];
  }
  return ['no fault'];
}
