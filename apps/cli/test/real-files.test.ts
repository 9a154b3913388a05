import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { ReleaseAnswer } from '@zhiheng/office';
import type { LoadResult } from '@zhiheng/records';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficeFolder, sharedData } from './office-folder.js';

const run = promisify(execFile);
const real = (name: string) => join(sharedData, name);
const samples = 'patents-us/uspto-samples/PatentDocument/resources/samples';

/** Files of the samples that are no records of ours: what each is refused as. */
const refused: Readonly<Record<string, string>> = {
  'cpcMaster.xml': 'cpc-master',
  'cpc-scheme-A01L.xml': 'cpc-scheme',
  'css_brs_sample.txt': 'brs',
  'US03932709.greenbook': 'greenbook',
  'US03937375.greenbook': 'greenbook',
  'US04347903.greenbook': 'greenbook',
  'US20010000044A1.xml': 'patent-application-publication',
  'US20010000943A1.xml': 'patent-application-publication',
  'US20010009014A1.xml': 'patent-application-publication',
  'US06336130.xml': 'uspto-sgml',
  'US06337117.xml': 'uspto-sgml',
  'USD435854S1.xml': 'uspto-sgml',
  '12993548.2013-05-30.HHC6R88MPXXIFW3.CLM.xml': 'uspto-document-part',
  '13694401.2014-07-29.HYHJN3UIPXXIFW4.SPEC.xml': 'uspto-document-part',
  '13821389.2013-03-07.HE1CULBXPXXIFW4.ABST.xml': 'uspto-document-part',
  '13962724.2013-08-08.HK4I4RXKPXXIFW3.SPEC.xml': 'uspto-document-part',
  '13962724.2013-08-08.HK4I4RXSPXXIFW3.CLM.xml': 'uspto-document-part',
  '13962724.2013-08-08.HK4I4RXZPXXIFW3.ABST.xml': 'uspto-document-part',
  '13962724.2014-11-18.I2NR21P9PXXIFW3.ABST.xml': 'uspto-document-part',
  '13962724.2014-11-18.I2NR21PIPXXIFW3.CLM.xml': 'uspto-document-part',
  '14522151.2014-10-23.I1MKPKCGPXXIFW3.CLM.xml': 'uspto-document-part',
  '14522151.2014-10-23.I1MKPKDKPXXIFW3.SPEC.xml': 'uspto-document-part',
  '14522151.2014-10-23.I1S0T5IIPXXIFW1.ABST.xml': 'uspto-document-part',
  '14522151.2015-01-05.I4N0DDU6PXXIFW2.SPEC.xml': 'uspto-document-part',
  '14522151.2015-01-05.I4N0F56YPXXIFW2.ABST.xml': 'uspto-document-part',
};
/** The grants and applications in XML 4.0 to 4.5 among them, with the number and the day that each bears. */
const sampleDocuments = [
  ['US06859910.xml', 'US6859910'],
  ['US06970935.xml', 'US6970935'],
  ['US07272630B2.xml', 'US7272630'],
  ['US08926509.xml', 'US8926509'],
  ['US08927118.xml', 'US8927118'],
  ['US08930553.xml', 'US8930553'],
  ['US20050004437A1.xml', 'US20050004437'],
  ['US20050004974A1.xml', 'US20050004974'],
] as const;

type Row = Readonly<Record<string, string | number | null>>;

describe.skipIf(!existsSync(sharedData))('real files of every reader, in one office (shared data)', () => {
  const office = new OfficeFolder();
  const paths = [
    ...['gi', 'assignments/assignment_3.xml', 'trademarks/tsdr-sn76044902.xml', 'patents-ep/ops-get_family.xml'],
    samples,
  ].map(real);
  let loaded: LoadResult;
  let release: ReleaseAnswer;
  const file = (name: string) => loaded.files.find(({ path }) => basename(path) === name);

  /** Rows of a query over the segments of a release. */
  async function query(sql: string, { hash } = release): Promise<Row[]> {
    const script = join(import.meta.dirname, 'query-release.mjs');
    const { stdout } = await run(process.execPath, [script, join(office.data, 'lake'), hash, sql]);
    const [rows] = JSON.parse(stdout) as Row[][];
    return rows ?? [];
  }

  beforeAll(async () => {
    const answer = await office.run<LoadResult>('load', ...paths);
    // The samples hold files that are refused.
    expect(answer.exit).toBe(1);
    loaded = answer.json;
    release = (await office.run<ReleaseAnswer>('release', 'create', 'real')).json;
  });
  afterAll(() => office.remove());

  it('adds up: every record read is loaded', () => {
    expect(loaded).toMatchObject({ read: 3736, loaded: 3736, replaced: 0, duplicates: 0, ignored: 0, quarantined: 0 });
  });

  it('holds the register of geographical indications', async () => {
    expect(file('uk_eu_gi_register_3715.json')).toMatchObject({ format: 'gi-register', read: 3715, loaded: 3715 });
    const statuses = 'SELECT status, count(*) AS n FROM geographical_indications GROUP BY status ORDER BY n DESC';
    expect(await query(statuses)).toEqual([
      { status: 'registered', n: 3341 },
      { status: 'applied', n: 315 },
      { status: 'published', n: 58 },
      { status: 'rejected', n: 1 },
    ]);
    const chinese = `SELECT id FROM geographical_indications WHERE country = 'CN' ORDER BY id`;
    const [pdo, pgi] = [
      [621, 626, 628, 629],
      [622, 623, 624, 625, 627, 630],
    ];
    expect((await query(chinese)).map(({ id }) => id)).toEqual([
      ...(pdo ?? []).map((number) => `GB:PDO-CN-0${number}`),
      ...(pgi ?? []).map((number) => `GB:PGI-CN-0${number}`),
    ]);
    const undated = `SELECT id FROM geographical_indications WHERE status = 'registered' AND registered_on IS NULL`;
    expect(await query(undated)).toEqual([{ id: 'GB:PDO-RO-N0037' }]);
  });

  it('holds nine deeds: one assignment, six interests, two releases, four interests open', async () => {
    expect(file('assignment_3.xml')).toMatchObject({ format: 'uspto-assignment', read: 9, loaded: 9 });
    const deeds = await query(
      'SELECT recorded_on, number, kind, refers_to FROM recordals ORDER BY recorded_on, number',
    );
    expect(deeds.map((row) => [row.recorded_on, row.number, row.kind, row.refers_to])).toEqual([
      ['2014-05-09', '032861/0806', 'assignment', null],
      ['2019-01-08', '049342/0819', 'security_interest', null],
      ['2019-01-09', '048041/0605', 'security_interest', null],
      ['2019-04-08', '048818/0520', 'security_interest', null],
      ['2019-05-07', '049107/0392', 'security_interest', null],
      ['2019-05-07', '049109/0610', 'release', '048818/0520'],
      ['2019-05-07', '049110/0319', 'release', '048041/0605'],
      ['2019-05-08', '049111/0583', 'security_interest', null],
      ['2021-06-30', '057434/0429', 'security_interest', null],
    ]);
    // Reel and frame of a deed stand without their leading zeros, in the words of a release with them.
    const text = readFileSync(real('assignments/assignment_3.xml'), 'utf8');
    expect(text).toMatch(/"reelNo">48818<\/str>\s*<str name="frameNo">520</);
    expect(text).toContain('REEL 048818/FRAME 0520');
    const open = `SELECT number FROM recordals AS r WHERE kind = 'security_interest' AND NOT EXISTS
      (SELECT 1 FROM recordals AS e WHERE e.kind = 'release' AND e.refers_to = r.number) ORDER BY number`;
    expect((await query(open)).map(({ number }) => number)).toEqual([
      '049107/0392',
      '049111/0583',
      '049342/0819',
      '057434/0429',
    ]);
    const pledges = `SELECT event, count(*) AS n, count(DISTINCT reference) AS deeds FROM patent_events
      WHERE event IN ('pledge', 'pledge_release') GROUP BY event ORDER BY event`;
    // Properties named by the deeds: 39 + 39 + 39 + 44 + 44 + 85 pledged, 44 + 44 released.
    expect(await query(pledges)).toEqual([
      { event: 'pledge', n: 290, deeds: 6 },
      { event: 'pledge_release', n: 88, deeds: 2 },
    ]);
  });

  it('loads eight documents of the samples and refuses every other file by name', async () => {
    const inSamples = loaded.files.filter(({ path }) => path.startsWith(real(samples)));
    const names = inSamples.filter(({ error }) => error === undefined).map(({ path }) => basename(path));
    expect(names).toEqual(sampleDocuments.map(([name]) => name));
    const refusals = inSamples.filter(({ error }) => error !== undefined);
    expect(refusals.every(({ error, read }) => error?.code === 'format-refused' && read === 0)).toBe(true);
    expect(Object.fromEntries(refusals.map(({ path, error }) => [basename(path), error?.found]))).toEqual(refused);
    const held = `SELECT coalesce('US' || ltrim(grant_number, '0'), 'US' || publication_number) AS document FROM patents
      WHERE source LIKE '%/uspto-samples/%' ORDER BY source`;
    expect((await query(held)).map(({ document }) => document)).toEqual(sampleDocuments.map(([, number]) => number));
  });

  it('keeps 2000-05-09-04:00 on the ninth of May', async () => {
    expect(readFileSync(real('trademarks/tsdr-sn76044902.xml'), 'utf8')).toContain('2000-05-09-04:00');
    expect(await query('SELECT number, filed_on FROM trademarks')).toEqual([
      { number: '76044902', filed_on: '2000-05-09' },
    ]);
  });

  it('holds the family of EP 2400812 and its one grant abroad', async () => {
    const members = `SELECT m.id, m.office, m.publication_number || m.publication_kind AS publication, m.published_on
      FROM patent_family_members AS m WHERE m.family = '43088294' ORDER BY m.published_on`;
    // The application is European, so its own grant is none abroad; the Canadian publication A1 grants nothing.
    expect((await query(members)).map((row) => Object.values(row))).toEqual([
      ['OPS-FAMILY:EP:10167109', 'CA', '2744162A1', '2011-12-24'],
      ['OPS-FAMILY:EP:10167109', 'EP', '2400812A1', '2011-12-28'],
      ['OPS-FAMILY:EP:10167109', 'US', '2012057518A1', '2012-03-08'],
      ['OPS-FAMILY:EP:10167109', 'US', '9648662B2', '2017-05-09'],
      ['OPS-FAMILY:EP:10167109', 'EP', '2400812B1', '2019-11-27'],
    ]);
    const grants = `SELECT patent, event_on, country, reference FROM patent_events WHERE event = 'overseas_grant'`;
    expect(await query(grants)).toEqual([
      { patent: 'EP:10167109', event_on: '2017-05-09', country: 'US', reference: 'US9648662B2' },
    ]);
  });

  it('adds nothing when the same folders are loaded again', async () => {
    const { json } = await office.run<LoadResult>('load', ...paths);
    expect(json).toMatchObject({ read: 3736, loaded: 0, replaced: 0, duplicates: 3736, ignored: 0, quarantined: 0 });
    const { json: again } = await office.run<ReleaseAnswer>('release', 'create', 'again');
    expect(again).toMatchObject({ tables: release.tables, segments: release.segments, bytes: release.bytes });
    expect(again.sharedSegments).toBe(release.segments);
  });

  it('never overwrites a newer state with an older weekly file', async () => {
    const weekly = real('patents-us/ipg050104.small.xml');
    const week = readFileSync(weekly, 'utf8');
    const [declaration = ''] = /^<\?xml[^>]*\?>/.exec(week) ?? [];
    const first = week.slice(0, week.indexOf(declaration, 1));
    // The same grant as a later week would tell it: republished five years later under another title.
    const later = first
      .replace(/date-publ="\d{8}"/, 'date-publ="20100105"')
      .replace(/(<invention-title[^>]*>)[^<]*/, '$1Told again');
    const newer = await office.run<LoadResult>('load', office.write('later.xml', later));
    expect(newer.json).toMatchObject({ read: 1, loaded: 1 });
    const { json } = await office.run<LoadResult>('load', weekly);
    const documents = week.split(declaration).length - 1;
    expect(json).toMatchObject({ read: documents, loaded: documents - 1, replaced: 0, ignored: 1, quarantined: 0 });
    expect(json.files[0]?.ignoredReasons).toEqual({ 'older-state': 1 });
    const { json: after } = await office.run<ReleaseAnswer>('release', 'create', 'after');
    const told = `SELECT title, p.state_on FROM patents AS p JOIN patent_texts AS t ON t.id = p.id WHERE title = 'Told again'`;
    expect(await query(told, after)).toEqual([{ title: 'Told again', state_on: '2010-01-05' }]);
    const [count] = await query('SELECT count(*) AS n, count(DISTINCT id) AS ids FROM patents', after);
    expect(count).toEqual({ n: 11 + documents, ids: 11 + documents });
  });
});
