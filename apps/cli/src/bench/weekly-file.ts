import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the documents of a file came from. */
export type DocumentOrigin = 'weekly samples' | 'synthetic';

/**
 * Writes a weekly file of about so many bytes: grants of the sample folder, again and again, each with an application
 * number of its own; grants made up here where the folder is missing.
 */
export async function writeWeeklyFile(path: string, bytes: number, samples: string): Promise<DocumentOrigin> {
  const sampled = existsSync(samples) ? await sampleGrants(samples) : [];
  const grants = sampled.length > 0 ? sampled : [syntheticGrant()];
  const file = createWriteStream(path);
  let written = 0;
  for (let number = 0; written < bytes; number += 1) {
    const document = numbered(grants[number % grants.length] ?? '', number);
    written += Buffer.byteLength(document);
    if (!file.write(document)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  return sampled.length > 0 ? 'weekly samples' : 'synthetic';
}

async function sampleGrants(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /^ipg.*\.xml$/.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const documents = texts.flatMap((text) => text.split(/(?=<\?xml )/));
  return documents.filter((text) => text.includes('<us-patent-grant') && text.trimEnd().endsWith('</us-patent-grant>'));
}

/** The series code stays, since it tells the kind. */
function numbered(document: string, number: number): string {
  return document.replace(
    /(<application-reference[\s\S]*?<doc-number>)(\d\d)\d*/,
    (_, before: string, series: string) => `${before}${series}${String(number % 1_000_000).padStart(6, '0')}`,
  );
}

function syntheticGrant(): string {
  const claims = Array.from(
    { length: 20 },
    (_, index) =>
      `<claim id="c${index}"><claim-text>${'A device with a part that holds another. '.repeat(6)}</claim-text></claim>`,
  );
  const paragraphs = Array.from(
    { length: 120 },
    (_, index) => `<p id="p${index}">${'The <b>part</b> holds the other by its <i>edge</i>. '.repeat(6)}</p>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<us-patent-grant lang="EN" status="SYNTHETIC" country="US" date-publ="20200107">
<us-bibliographic-data-grant>
<publication-reference><document-id><country>US</country><doc-number>10524399</doc-number><kind>B2</kind><date>20200107</date></document-id></publication-reference>
<application-reference appl-type="utility"><document-id><country>US</country><doc-number>15000000</doc-number><date>20180301</date></document-id></application-reference>
<us-application-series-code>15</us-application-series-code>
<invention-title id="t">Device that holds a part</invention-title>
<number-of-claims>20</number-of-claims>
</us-bibliographic-data-grant>
<abstract><p>A device holds a part.</p></abstract>
<description>${paragraphs.join('\n')}</description>
<claims>${claims.join('\n')}</claims>
</us-patent-grant>
`;
}
