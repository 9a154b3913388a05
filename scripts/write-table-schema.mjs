import { writeSchema } from './workshop/write-schema.mjs';

// Reads the built engine: run `npm run build` before.
const { tableSchema } = await import('../engines/bulletin/dist/index.js');
writeSchema('definitions/tables/table.schema.json', tableSchema());
