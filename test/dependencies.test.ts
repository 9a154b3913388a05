import { describe, expect, it } from 'vitest';
import { packages, readManifest, readText } from './repository.js';

const manifests = ['package.json', ...packages.map((folder) => `${folder}/package.json`)];
const used = new Map(
  manifests.flatMap((path) => {
    const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = readManifest(path);
    return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).map(
      ([name, version]) => [`${path} ${name}`, { name, version }] as const,
    );
  }),
);
const foreign = [...used.values()].filter(({ name }) => !name.startsWith('@zhiheng/'));

describe('docs/dependencies.md', () => {
  it('names every package in its exact version, and no other', () => {
    const ledger = [...readText('docs/dependencies.md').matchAll(/^\| `([^`]+)` +\| ([^| ]+) +\|/gm)].map(
      ([, name, version]) => `${name} ${version}`,
    );
    expect(ledger.toSorted()).toEqual([...new Set(foreign.map(({ name, version }) => `${name} ${version}`))].sort());
  });
});

describe('every package.json', () => {
  it('states exact versions', () => {
    expect(foreign.filter(({ version }) => !/^(?:npm:@?[\w./-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual(
      [],
    );
  });

  it('agrees with the others on the version of a package', () => {
    const versions = new Map<string, Set<string>>();
    for (const { name, version } of foreign) versions.set(name, (versions.get(name) ?? new Set()).add(version));
    expect([...versions].filter(([, found]) => found.size > 1)).toEqual([]);
  });
});
