// Prints, for each query, the rows it finds in the tables of a release, read off its segments.
// Usage: node query-release.mjs LAKE-FOLDER MANIFEST-HASH QUERY…

import { nodeDisk, ObjectStore, openLakeSession } from '@zhiheng/lake';
import { wholeOffice } from '@zhiheng/vocabulary';

const [folder = '', hash = '', ...queries] = process.argv.slice(2);
const store = new ObjectStore(folder, nodeDisk);
const release = /** @type {import('@zhiheng/lake').Release} */ (await store.getJson(hash));
const session = await openLakeSession(release, store, wholeOffice);
const answers = [];
for (const query of queries) answers.push(await session.rows(query));
session.close();
process.stdout.write(JSON.stringify(answers));
