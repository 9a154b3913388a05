import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusedFormats } from '../engines/records/src/reading/recognise-format.js';
import { root } from '../scripts/workshop/root.mjs';
import { files, readManifest, readText } from './repository.js';

const documents = files.filter((path) => path.endsWith('.md'));

describe.each(['README.md', 'README.zh-Hans.md'])('%s', (path) => {
  it('names the two commands', () => {
    expect(readText(path)).toMatch(/^npm start$/m);
    expect(readText(path)).toMatch(/^npm test$/m);
  });

  it('shows a picture', () => {
    expect(readText(path)).toMatch(/!\[[^\]]+\]\(docs\/pictures\/[^)]+\.png\)/);
  });
});

describe.each(documents)('%s', (path) => {
  it('links to files that exist', () => {
    const targets = [...readText(path).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^[a-z]+:/.test(target));
    expect(targets.filter((target) => !existsSync(join(root, dirname(path), target)))).toEqual([]);
  });

  it('names only scripts of npm that exist', () => {
    const { scripts } = readManifest('package.json') as { scripts?: Record<string, string> };
    const named = [...readText(path).matchAll(/\bnpm run ([a-z:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => scripts?.[name] === undefined)).toEqual([]);
  });
});

describe('docs/formats.md', () => {
  it('names every format that is refused', () => {
    const text = readText('docs/formats.md');
    expect(refusedFormats.filter((format) => !text.includes(`\`${format}\``))).toEqual([]);
  });
});
