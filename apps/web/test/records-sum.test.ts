import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { setupI18n } from '@lingui/core';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Language } from '@zhiheng/vocabulary';
import { expect, test } from 'vitest';
import { readMessages } from '../build/read-messages.js';
import { recordsSum } from '../src/figure/records-sum.js';
import { wordsOf } from '../src/words/words.js';

async function wordsIn(language: Language) {
  const path = fileURLToPath(new URL(`../locales/${language}/messages.po`, import.meta.url));
  const texts = Object.entries(await readMessages(await readFile(path, 'utf8')));
  const messages = Object.fromEntries(texts.map(([id, text]) => [id, compileMessageOrThrow(text)]));
  return wordsOf(setupI18n({ locale: language, messages: { [language]: messages } }), language);
}

test.each([
  ['en', '1,045 records counted; 3 of them withheld by right', '1 record left out'],
  ['zh-Hans', '共计入 1,045 件；其中 3 件因权限未显示', '共有 1 件未计入'],
  ['zh-Hant', '共計入 1,045 件；其中 3 件因權限未顯示', '共有 1 件未計入'],
] as const)('%s tells what is withheld by right, when something is', async (language, some, none) => {
  const words = await wordsIn(language);
  expect(recordsSum(words, { total: 1045, withheldByRight: 3 }, false)).toBe(some);
  expect(recordsSum(words, { total: 1, withheldByRight: 0 }, true)).toBe(none);
});
