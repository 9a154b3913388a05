import { OwnFault } from '@zhiheng/vocabulary';
import type { Randomness } from './personal.js';
import { openSecret } from './secret-file.js';

const keyBytes = 32;

/**
 * 32 random bytes in a file (hexadecimal), made once with mode 0600 where there is none. Throws `folder-unusable` where it can be
 * neither read nor written.
 */
export function openSecretKey(path: string, random: Randomness): Uint8Array {
  const make = () => `${Buffer.from(random(keyBytes)).toString('hex')}\n`;
  return openSecret(path, make, (text) => {
    if (!/^[0-9a-f]{64}\s*$/.test(text)) throw new OwnFault(`${path} holds no key of ${keyBytes} bytes`);
    return Uint8Array.from(Buffer.from(text.trim(), 'hex'));
  });
}
