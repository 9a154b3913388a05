import { fileURLToPath } from 'node:url';

/** The folder of the whole software. This file lies equally deep as a source, compiled, and in the bundle. */
export const repositoryRoot = fileURLToPath(new URL('../../..', import.meta.url));
