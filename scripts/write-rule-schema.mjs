import { writeSchema } from './workshop/write-schema.mjs';

// Reads the built engine: run `npm run build` before.
const { ruleSchema } = await import('../engines/screening/dist/index.js');
writeSchema('definitions/screening/rules/rule.schema.json', ruleSchema());
