import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { languages } from '@zhiheng/vocabulary';
import { beforeAll, describe, expect, test } from 'vitest';
import { readMessages } from '../build/read-messages.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const catalogues = new Map<string, Record<string, string>>();
/** Ids that stand in both catalogues of a language. */
const shared: string[] = [];
let sources = '';

beforeAll(async () => {
  for (const language of languages) {
    const read = async (name: string) =>
      readMessages(await readFile(join(root, 'locales', language, `${name}.po`), 'utf8'));
    const [reading, staff] = [await read('messages'), await read('staff')];
    shared.push(...Object.keys(staff).filter((id) => id in reading));
    catalogues.set(language, { ...reading, ...staff });
  }
  const names = await readdir(join(root, 'src'), { recursive: true });
  const code = names.filter((name) => /\.tsx?$/.test(name));
  sources = (await Promise.all(code.map((name) => readFile(join(root, 'src', name), 'utf8')))).join('\n');
});

const messagesOf = (language: string) => catalogues.get(language) ?? {};

/** Every quoted text of the sources that has the form of a message id and the first word of one. */
function idsUsed(): Set<string> {
  const stems = new Set(Object.keys(messagesOf('en')).map((id) => id.split('.')[0]));
  const quoted = [...sources.matchAll(/'([a-z][a-z-]*(?:\.[a-z0-9-]+)+|brand|provisional|synthetic)'/g)];
  const files = /\.(?:csv|css|js|po|yaml)$/;
  return new Set(
    quoted.map((match) => match[1] ?? '').filter((id) => !files.test(id) && stems.has(id.split('.')[0] ?? '')),
  );
}

describe('words', () => {
  test.each(languages)('of %s stand once', async (language) => {
    for (const name of ['messages', 'staff']) {
      const text = await readFile(join(root, 'locales', language, `${name}.po`), 'utf8');
      const ids = [...text.matchAll(/^msgid "(.+)"$/gm)].map((match) => match[1] ?? '');
      expect(ids.length).toBeGreaterThan(300);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
  });

  test('every message used exists, and every message that exists is used', () => {
    const used = [...idsUsed()].sort();
    expect(used.length).toBeGreaterThan(150);
    expect(Object.keys(messagesOf('en')).sort()).toEqual(used);
  });

  test('a message stands in the catalogue of the reading pages or in that of the staff pages, not in both', () => {
    expect(shared).toEqual([]);
  });

  test.each(languages)('%s has the same messages, all filled, with the same placeholders', (language) => {
    const english = messagesOf('en');
    const own = messagesOf(language);
    expect(Object.keys(own).sort()).toEqual(Object.keys(english).sort());
    for (const [id, message] of Object.entries(own)) {
      expect(message, id).not.toBe('');
      const allowed = namesIn(english[id] ?? '');
      expect(
        namesIn(message).filter((name) => !allowed.includes(name)),
        id,
      ).toEqual([]);
    }
  });

  test('traditional Chinese is written, not converted', () => {
    const text = Object.values(messagesOf('zh-Hant')).join('\n');
    for (const mainland of ['数', '据', '从', '专', '为', '质', '数据', '網絡', '打開', '服務器', '程序']) {
      expect(text).not.toContain(mainland);
    }
    expect(Object.values(messagesOf('zh-Hans')).join('\n')).not.toMatch(/[資專為這後數]/);
  });
});

/** Names of the placeholders of an ICU message. */
function namesIn(message: string): string[] {
  const names = new Set<string>();
  const walk = (pieces: unknown): void => {
    if (!Array.isArray(pieces)) return;
    for (const piece of pieces) {
      if (!Array.isArray(piece)) continue;
      if (typeof piece[0] === 'string') names.add(piece[0]);
      if (typeof piece[2] === 'object' && piece[2] !== null) for (const branch of Object.values(piece[2])) walk(branch);
    }
  };
  walk(compileMessageOrThrow(message));
  return [...names].sort();
}
