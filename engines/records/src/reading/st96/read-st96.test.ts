import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource, collect, sharedFile } from '../../../test/sources.js';
import { readSt96 } from './read-st96.js';

const draft = sharedFile('trademarks/tsdr-rn2178784-ST-961_D3.xml');
const version = sharedFile('trademarks/tsdr-rn2178784-ST-962.2.1.xml');

const goods =
  'computer programs for use in developing and executing other computer programs on computers, computer networks, and ' +
  'global communications networks, and instruction manuals sold therewith; computer programs for use in navigating, ' +
  'browsing, transferring information, and distributing and viewing other computer programs on computers, computer ' +
  'networks and global communications networks, and instruction manuals sold therewith';

/** The history as it stands in both files: entry, code, day, description. */
const history = `33 CORV6 2011-12-29 REVIEW OF CORRESPONDENCE COMPLETE - INFORMATION MADE OF RECORD
32 MAILI 2011-12-19 PAPER RECEIVED
31 A7OKO 2011-11-21 AMENDMENT UNDER SECTION 7 - ISSUED
30 APREA 2011-10-28 CASE ASSIGNED TO POST REGISTRATION PARALEGAL
29 ES7RI 2011-10-26 TEAS SECTION 7 REQUEST RECEIVED
28 ARAAI 2010-08-17 ATTORNEY REVOKED AND/OR APPOINTED
27 REAPI 2010-08-17 TEAS REVOKE/APPOINT ATTORNEY RECEIVED
26 ASGNI 2010-05-06 AUTOMATIC UPDATE OF ASSIGNMENT OF OWNERSHIP
25 RNL1Q 2008-08-11 REGISTERED AND RENEWED (FIRST RENEWAL - 10 YRS)
24 89AGO 2008-08-11 REGISTERED - SEC. 8 (10-YR) ACCEPTED/SEC. 9 GRANTED
23 PLGLA 2008-08-11 ASSIGNED TO PARALEGAL
22 E89RI 2008-08-04 TEAS SECTION 8 & 9 RECEIVED
21 CFITO 2007-08-08 CASE FILE IN TICRS
20 C15AO 2003-11-06 REGISTERED - SEC. 8 (6-YR) ACCEPTED & SEC. 15 ACK.
19 815FI 2003-09-15 REGISTERED - SEC. 8 (6-YR) & SEC. 15 FILED
18 MAILI 2003-09-15 PAPER RECEIVED
17 TCCAI 2003-04-11 TEAS CHANGE OF CORRESPONDENCE RECEIVED
16 R.PRA 1998-08-04 REGISTERED-PRINCIPAL REGISTER
15 CNPRP 1998-05-26 ALLOWED PRINCIPAL REGISTER - SOU ACCEPTED
14 SUPCI 1998-05-05 STATEMENT OF USE PROCESSING COMPLETE
13 IUAFS 1998-04-08 USE AMENDMENT FILED
12 EX2GS 1998-02-12 EXTENSION 2 GRANTED
11 EXT2S 1997-12-23 EXTENSION 2 FILED
10 EX1GS 1997-07-21 EXTENSION 1 GRANTED
9 EXT1S 1997-06-27 EXTENSION 1 FILED
8 NOAMO 1996-12-31 NOA MAILED - SOU REQUIRED FROM APPLICANT
7 PUBOA 1996-10-08 PUBLISHED FOR OPPOSITION
6 NPUBO 1996-09-06 NOTICE OF PUBLICATION
5 CNSAP 1996-07-11 APPROVED FOR PUB - PRINCIPAL REGISTER
4 CRFAI 1996-04-05 CORRESPONDENCE RECEIVED IN LAW OFFICE
3 CNRTF 1995-11-20 NON-FINAL ACTION MAILED
2 DOCKD 1995-07-06 ASSIGNED TO EXAMINER
1 DOCKD 1995-07-03 ASSIGNED TO EXAMINER`;

const classOf = (scheme: string, number: string) => ({
  scheme,
  edition: null,
  class: number,
  goods: scheme === 'nice' ? goods : null,
  // written 19960100: January 1996, the day not known
  first_used_on: null,
});

const java = {
  group: 'trademarks',
  id: 'US:74631225',
  office: 'US',
  dataset: 'real',
  number: '74631225',
  numberAsGiven: '74631225',
  stateOn: '2008-08-11',
  rows: {
    trademarks: [
      {
        registration_number: '2178784',
        kind: 'trademark',
        kind_as_given: 'Trademark',
        mark_text: 'JAVA',
        feature: 'word',
        // written 1995-02-07-05:00
        filed_on: '1995-02-07',
        published_on: '1996-10-08',
        registered_on: '1998-08-04',
        ceased_on: null,
        status: 'registered',
        status_as_given: '800 The registration has been renewed.',
        status_on: '2008-08-11',
        agency: 'Holland & Hart LLP',
      },
    ],
    trademark_classes: [
      classOf('nice', '9'),
      ...['021', '023', '026', '036', '038'].map((number) => classOf('us-national', number)),
    ],
    // the three Sun Microsystems entries owned it before
    trademark_holders: [
      {
        name: 'Oracle America, Inc.',
        country: 'US',
        address: '500 ORACLE PARKWAY, REDWOOD SHORES, CALIFORNIA, 94065, US',
        area: 'US-CA',
        from_on: null,
        to_on: null,
      },
    ],
    trademark_events: history.split('\n').map((line) => {
      const [reference, event, event_on, ...words] = line.split(' ');
      return { event, event_on, reference, event_as_given: words.join(' ') };
    }),
  },
};

describe.skipIf(draft === null || version === null)('readSt96 on the files of the USPTO', () => {
  it.each([
    ['the draft', draft, 455],
    ['version 2.2.1', version, 512],
  ])('reads %s field by field', async (_, file, position) => {
    const bytes = readFileSync(file ?? '');
    const items = await collect(readSt96(bytesSource(bytes)));
    expect(items).toEqual([{ type: 'record', position, record: java }]);
  });

  it.each([1, 7, 64, 65_536])('reads the same in chunks of %i bytes', async (size) => {
    for (const file of [draft, version]) {
      const [item] = await collect(readSt96(bytesSource(readFileSync(file ?? ''), size)));
      expect(item).toMatchObject({ type: 'record', record: java });
    }
  });

  it('says where a cut file ends inside its mark', async () => {
    const bytes = readFileSync(version ?? '');
    const cut = bytes.subarray(0, 20_000);
    await expect(collect(readSt96(bytesSource(cut), { file: 'a.xml' }))).rejects.toMatchObject({
      code: 'file-truncated',
      detail: { place: { path: 'a.xml', byte: 512 }, found: 'the end of the file at byte 20000' },
    });
  });
});
