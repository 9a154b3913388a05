import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readMessages } from '../build/read-messages.js';
import { detailWords, expectedWords } from '../src/staff/expected-words.js';
import { said } from '../src/staff/said.js';
import type { Words } from '../src/words/words.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const catalogue = (language: string, name: string) =>
  readMessages(readFileSync(join(root, 'apps/web/locales', language, `${name}.po`), 'utf8'));
/** Plain messages with their values put in; enough for those of faults. */
const wordsIn = async (language: 'zh-Hans' | 'zh-Hant'): Promise<Words> => {
  const messages = { ...(await catalogue(language, 'messages')), ...(await catalogue(language, 'staff')) };
  return {
    language,
    word: (id, values = {}) =>
      (messages[id] ?? '?').replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name])),
    own: (text) => text[language],
  };
};

/** Files whose faults people meet on the pages of the staff. */
const folders = ['foundation/accounts/src', 'apps/office/src/commands/people'];
const files = [
  'foundation/acts/src/calendar/read-days.ts',
  'foundation/acts/src/calendar/office-day.ts',
  'foundation/acts/src/stored/office-calendar.ts',
  'foundation/rights/src/refusal.ts',
  'engines/indicators/src/classification/read-rows.ts',
  'apps/office/src/classification/given-table.ts',
  'engines/records/src/correcting/corrected-file.ts',
  'engines/programme/src/changing/target-changes.ts',
  'apps/office/src/targets/changeable-target.ts',
  'apps/office/src/commands/quarantine-fix.ts',
  'apps/office/src/commands/record.ts',
  'apps/office/src/checks.ts',
  'apps/office/src/releases.ts',
  'apps/office/src/quarantine.ts',
  'apps/office/src/running-jobs.ts',
  'apps/server/src/uploads.ts',
  'apps/server/src/upload-room.ts',
  ...folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'read-organisations.ts')
      .map((name) => `${folder}/${name}`),
  ),
];
const quoted = String.raw`(?:'([^'\n]+)'|\x60([^\x60]+)\x60)`;
const forms = [
  String.raw`\b(?:wrong|weak|fault)\(\s*${quoted}`,
  String.raw`\b(?:wrong|fault|full)\([^;]*?, ${quoted}\)`,
  String.raw`\b(?:what|expected): ${quoted}`,
  String.raw`\breturn (?:[a-z.() =']+ \? )?${quoted}(?: : null)?;`,
  String.raw`^\s+(?:[\w'-]+: text\()?'[^']+',\s*'[^']+',\s*${quoted}`,
];

/** The English of every fault in the sources, with a sample in place of what is put in. */
function englishTexts(): string[] {
  const texts = files.flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    return forms.flatMap((form) =>
      [...source.matchAll(new RegExp(form, 'gm'))].map(
        (match) => match.slice(1).find((one) => one !== undefined) ?? '',
      ),
    );
  });
  return [
    ...new Set(
      texts
        .map((text) => text.replaceAll(/\$\{[^}]*\}+/g, '7'))
        .filter((text) => /^[^_]*[a-z] [^_]+$/.test(text) && !text.startsWith('SELECT')),
    ),
  ];
}

test.each(['zh-Hans', 'zh-Hant'] as const)('what faults of the staff pages say has words in %s', async (language) => {
  const words = await wordsIn(language);
  const texts = englishTexts();
  expect(texts.length).toBeGreaterThan(70);
  expect(texts.filter((text) => expectedWords(words, text) === null)).toEqual([]);
  // Refusals are written in three languages beside the policy: the pages say the same.
  const refusal = readFileSync(join(root, 'foundation/rights/src/refusal.ts'), 'utf8');
  const entries = [...refusal.matchAll(/text\(\s*'([^']+)',\s*'([^']+)',\s*'([^']+)'/g)];
  expect(entries.length).toBe(8);
  for (const [, hans = '', hant = '', en = ''] of entries) {
    expect(expectedWords(words, en)).toBe(language === 'zh-Hans' ? hans : hant);
  }
});

test('every form is met by its own message, values and states in their places', async () => {
  const words = await wordsIn('zh-Hans');
  const told = (english: string) => detailWords(words, english);
  expect(told('the password is too weak: it has fewer than 12 characters')).toBe('不足 12 个字符');
  expect(told('the account is disabled')).toBe('账户已停用');
  expect(told('local:zhang decided before, at 2026-01-05T08:00:00Z: granted')).toMatch(
    /^local:zhang 已在 2026.*决定：/,
  );
  expect(told('the role cannot be given: it needs an area')).toBe('须写明地区');
  expect(told('at most 3 files')).toBe('不超过 3 个文件');
  expect(told('something else: that nobody foresaw')).toBeNull();
  for (const [english, message] of said) {
    const sample = english.replaceAll(/\{\w+\}/g, '7');
    const id: Words = { language: 'zh-Hans', word: (name) => name, own: (text) => text.en };
    expect(expectedWords(id, sample), english).toBe(message);
  }
});
