import { describe, expect, it } from 'vitest';
import { publicFunctions } from './public-functions.js';
import { packages } from './repository.js';

const faces = packages.filter((folder) => folder !== 'apps/web').map((folder) => `${folder}/src/index.ts`);

describe('functions that packages give out', () => {
  const functions = publicFunctions(faces);

  it('are found', () => {
    expect(functions).toContainEqual(expect.objectContaining({ name: 'nearestWord', documented: true }));
  });

  it('are documented', () => {
    const bare = functions.filter(({ documented }) => !documented);
    expect(bare.map(({ name, path, line }) => `${path}:${line} ${name}`)).toEqual([]);
  });
});
