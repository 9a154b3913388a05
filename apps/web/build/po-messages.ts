import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';
import { readMessages } from './read-messages.js';

/** Compiles `messages.po` into a module of ready ICU messages, so that no parser is sent to the browser. */
export function poMessages(): Plugin {
  return {
    name: 'po-messages',
    async transform(source, file) {
      if (!file.endsWith('.po')) return null;
      const messages = await readMessages(source);
      const compiled = Object.fromEntries(
        Object.entries(messages).map(([id, message]) => [id, compileMessageOrThrow(message)]),
      );
      return { code: `export default JSON.parse(${JSON.stringify(JSON.stringify(compiled))});`, map: null };
    },
  };
}
