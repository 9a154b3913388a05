import { writeSchema } from './workshop/write-schema.mjs';

// Reads the built engine: run `npm run build` before.
const { definitionSchema } = await import('../engines/indicators/dist/index.js');
writeSchema('definitions/indicators/indicator.schema.json', definitionSchema());
