import { describe, expect, it } from 'vitest';
import { files, packages, readManifest, readText } from './repository.js';

describe.each(packages)('%s', (folder) => {
  const { name, dependencies = {}, devDependencies = {} } = readManifest(`${folder}/package.json`);
  const sources = files.filter((path) => path.startsWith(`${folder}/`) && /\.tsx?$/.test(path));

  it('says in README.md what it is', () => {
    const readme = readText(`${folder}/README.md`);
    expect(readme).toMatch(/^# .+\n\n\S/);
  });

  it('is named after its folder and does something', () => {
    expect(name).toBe(`@zhiheng/${folder.split('/')[1]}`);
    expect(sources.length).toBeGreaterThan(1);
  });

  it('states the packages of the house that it imports', () => {
    const imported = sources.flatMap((path) =>
      [...readText(path).matchAll(/from '(@zhiheng\/[a-z]+)'/g)].map(([, other = '']) => other),
    );
    const stated = Object.keys({ ...dependencies, ...devDependencies });
    // The pages are bundled against sources and take types; knip looks after their other packages.
    const missing = new Set(imported.filter((other) => other !== name && !stated.includes(other)));
    expect(folder === 'apps/web' ? [] : [...missing]).toEqual([]);
  });
});

describe('packages that are compiled', () => {
  it.each(packages.filter((folder) => folder !== 'apps/web'))('%s has one public face', (folder) => {
    expect(readText(`${folder}/src/index.ts`)).toMatch(/export /);
  });
});
