import { pipeline } from 'node:stream/promises';
import { createGunzip, createInflateRaw } from 'node:zlib';
import { UserFault } from '@zhiheng/vocabulary';
import { checkUnpacked, type UnpackLimits } from './unpack-limits.js';

export interface InflateOrder {
  readonly form: 'gzip' | 'raw';
  /** Name of the packed file or entry, for the places of faults. */
  readonly path: string;
  readonly limits: UnpackLimits;
}

const chunkSize = 131_072;

/**
 * Unpacks deflated bytes as a stream. `place.byte` of a fault counts packed bytes.
 *
 * @throws UserFault `file-truncated`, `archive-damaged`, `archive-bomb`
 */
export async function* inflate(packed: AsyncIterable<Buffer>, order: InflateOrder): AsyncGenerator<Buffer> {
  const engine = order.form === 'gzip' ? createGunzip({ chunkSize }) : createInflateRaw({ chunkSize });
  let [taken, given] = [0, 0];
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of packed) {
      taken += chunk.length;
      yield chunk;
    }
  };
  // what goes wrong in it comes out of the engine below
  const feeding = pipeline(counted(), engine).catch(() => undefined);
  try {
    for await (const chunk of engine as AsyncIterable<Buffer>) {
      given += chunk.length;
      checkUnpacked(order.path, taken, given, order.limits);
      yield chunk;
    }
  } catch (error) {
    throw packingFault(error, order.path, taken);
  } finally {
    engine.destroy();
    await feeding;
  }
}

function packingFault(error: unknown, path: string, byte: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (typeof code !== 'string' || !code.startsWith('Z_')) return error;
  if (code === 'Z_BUF_ERROR') {
    return new UserFault('file-truncated', {
      place: { path, byte },
      found: 'the end of the file',
      expected: 'the end of the packed data',
    });
  }
  const what = error instanceof Error ? error.message : code;
  return new UserFault('archive-damaged', {
    place: { path },
    found: what,
    expected: 'deflated data',
    values: { what },
  });
}
