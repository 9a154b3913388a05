import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Mail, type MailAdapter, messageOf } from './mail.js';

/**
 * Puts letters as `ID.eml` into a folder, from which the office's own mail system takes them; nothing goes over a network.
 * A letter is there whole or not at all.
 */
export function fileOutbox(folder: string): MailAdapter {
  return {
    async send(mail: Mail): Promise<void> {
      const text = messageOf(mail);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, `${mail.id}.eml`);
      const file = await open(`${path}.part`, 'w', 0o600);
      try {
        await file.writeFile(text);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.part`, path);
    },
  };
}
