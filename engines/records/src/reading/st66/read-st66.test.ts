import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource, collect, collectUntilFault, quarantinedOf, sharedFile } from '../../../test/sources.js';
import { readSt66 } from './read-st66.js';

const file = sharedFile('trademarks/tsdr-sn76044902.xml');
const sample = () => readFileSync(file ?? '');

/** The history: entry, code, day as it is written, description. Entry 13 stands between 14 and 12, out of its date. */
const history = `31 C15A 2010-09-08 REGISTERED - SEC. 8 (6-YR) ACCEPTED & SEC. 15 ACK.
30 APRE 2010-09-08 CASE ASSIGNED TO POST REGISTRATION PARALEGAL
29 E815 2010-08-20 TEAS SECTION 8 & 15 RECEIVED
28 ARAA 2010-08-03 ATTORNEY REVOKED AND/OR APPOINTED
27 REAP 2010-08-03 TEAS REVOKE/APPOINT ATTORNEY RECEIVED
26 COC. 2004-12-15 CERTIFICATE OF CORRECTION ISSUED
25 C.7F 2004-10-26 REQUEST FOR NEW CERTIFICATE FILED
24 MAIL 2004-10-26 PAPER RECEIVED
23 R.PR 2004-03-23 REGISTERED-PRINCIPAL REGISTER
22 PUBO 2003-12-30 PUBLISHED FOR OPPOSITION
21 NPUB 2003-12-10 NOTICE OF PUBLICATION
20 CNSA 2003-10-28 APPROVED FOR PUB - PRINCIPAL REGISTER
19 CNEA 2003-10-22 EXAMINERS AMENDMENT MAILED
18 DOCK 2003-10-22 ASSIGNED TO EXAMINER
17 CNRT 2003-09-26 NON-FINAL ACTION MAILED
16 ZZZX 2003-09-16 PREVIOUS ALLOWANCE COUNT WITHDRAWN
15 CNSA 2003-09-16 APPROVED FOR PUB - PRINCIPAL REGISTER
14 CRFA 2003-07-21 CORRESPONDENCE RECEIVED IN LAW OFFICE
13 CFIT 2003-08-08 CASE FILE IN TICRS
12 MAIL 2003-07-21 PAPER RECEIVED
11 UNPR 2003-02-26 UNRESPONSIVE/DUPLICATE PAPER RECEIVED
10 MAIL 2003-02-26 PAPER RECEIVED
9 CNRT 2003-03-04 NON-FINAL ACTION MAILED
8 CRFA 2003-01-29 CORRESPONDENCE RECEIVED IN LAW OFFICE
7 MAIL 2003-01-29 PAPER RECEIVED
6 CNRT 2002-07-29 NON-FINAL ACTION MAILED
5 CRFA 2002-05-28 CORRESPONDENCE RECEIVED IN LAW OFFICE
4 CNRT 2001-11-26 NON-FINAL ACTION MAILED
3 CNRT 2000-11-13 NON-FINAL ACTION MAILED
2 DOCK 2000-11-02 ASSIGNED TO EXAMINER
1 DOCK 2000-09-28 ASSIGNED TO EXAMINER`;

const classOf = (scheme: string, number: string, goods: string | null, firstUsedOn: string) => ({
  scheme,
  edition: null,
  class: number,
  goods,
  first_used_on: firstUsedOn,
});

const python = {
  group: 'trademarks',
  id: 'US:76044902',
  office: 'US',
  dataset: 'real',
  number: '76044902',
  numberAsGiven: '76044902',
  stateOn: '2010-09-08',
  rows: {
    trademarks: [
      {
        registration_number: '2824281',
        kind: 'trademark,service_mark',
        kind_as_given: 'Trademark, Service Mark',
        mark_text: 'PYTHON',
        feature: 'word',
        // written 2000-05-09-04:00: the ninth, whatever the zone
        filed_on: '2000-05-09',
        published_on: '2003-12-30',
        registered_on: '2004-03-23',
        ceased_on: null,
        status: 'registered',
        status_as_given: '702 A Sections 8 and 15 combined declaration has been accepted and acknowledged.',
        status_on: '2010-09-08',
        agency: 'HAYNES AND BOONE, LLP',
      },
    ],
    trademark_classes: [
      classOf(
        'nice',
        '9',
        'Computer programs and downloadable computer programs that implement an object-oriented computer programming language',
        '1995-10-13',
      ),
      ...['021', '023', '026', '036', '038'].map((number) => classOf('us-national', number, null, '1995-10-13')),
      classOf(
        'nice',
        '42',
        'Providing information relating to an object-oriented computer programming language and its development environment',
        '1995-07-18',
      ),
      ...['100', '101'].map((number) => classOf('us-national', number, null, '1995-07-18')),
    ],
    // the owner at registration; not the one at publication, nor the first applicant
    trademark_holders: [
      {
        name: 'PYTHON SOFTWARE FOUNDATION',
        country: 'US',
        address: 'P.O. Box 37, Wolfeboro Falls, NEW HAMPSHIRE, 038960037, US',
        area: 'US-NH',
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

describe.skipIf(file === null)('readSt66 on the file of the USPTO', () => {
  it.each([1, 7, 64, 65_536])('reads it field by field, in chunks of %i bytes', async (size) => {
    expect(await collect(readSt66(bytesSource(sample(), size)))).toEqual([
      { type: 'record', position: 330, record: python },
    ]);
  });

  it('is unfinished until the owners beside the mark have come, kept complete or not', async () => {
    const cut = sample().subarray(0, sample().indexOf('<ApplicantDetails>') + 100);
    for (const keepComplete of [false, true]) {
      const { items, fault } = await collectUntilFault(
        readSt66(bytesSource(cut, 500), { file: 'a.xml', keepComplete }),
      );
      expect(items).toEqual([]);
      expect(fault).toMatchObject({ code: 'file-truncated', detail: { place: { path: 'a.xml', byte: 330 } } });
    }
  });
});

const head = '<Transaction xmlns="http://www.wipo.int/standards/XMLSchema/trademarks"><TradeMarkTransactionBody>';
const foot = '</TradeMarkTransactionBody></Transaction>';
const transaction = (inside: string) =>
  `<TransactionContentDetails><TransactionData>${inside}</TransactionData></TransactionContentDetails>`;
const applicant = (name: string) =>
  '<ApplicantDetails><Applicant><ApplicantAddressBook><FormattedNameAddress><Name><FormattedName>' +
  `<LastName>${name}</LastName><FirstName>Ada</FirstName></FormattedName></Name></FormattedNameAddress>` +
  '</ApplicantAddressBook></Applicant></ApplicantDetails>';
const mark = (number: string, more = '') =>
  `<TradeMark><RegistrationOfficeCode>EM</RegistrationOfficeCode><ApplicationNumber>${number}</ApplicationNumber>${more}</TradeMark>`;

async function read(body: string) {
  const items = await collect(readSt66(bytesSource(head + body + foot, 50)));
  const named = items.map((item) =>
    item.type === 'record' && 'group' in item.record
      ? [item.record.id, item.record.rows.trademark_holders?.map(({ name, area }) => `${name} ${area}`)]
      : item.type,
  );
  return { items, named };
}

describe('readSt66', () => {
  it('gives every transaction its own owners', async () => {
    const { named } = await read(
      transaction(`${mark('001')}${applicant('Lee')}`) +
        transaction(mark('002')) +
        transaction(`${applicant('Kay')}${mark('003')}`) +
        transaction(`${mark('004', applicant('Own'))}${applicant('Beside')}`),
    );
    expect(named).toEqual([
      ['EM:001', ['Lee, Ada XX']],
      ['EM:002', []],
      ['EM:003', ['Kay, Ada XX']],
      ['EM:004', ['Own, Ada XX']],
    ]);
  });

  it('quarantines marks whose owners cannot be told among several', async () => {
    const first = mark('001');
    const { named, items } = await read(
      transaction(`${first}${mark('002', applicant('Own'))}${mark('003')}${applicant('Lee')}`) +
        transaction(`${mark('004')}${applicant('Kay')}`),
    );
    expect(named).toEqual(['quarantined', ['EM:002', ['Own, Ada XX']], 'quarantined', ['EM:004', ['Kay, Ada XX']]]);
    expect(quarantinedOf(items)[0]).toMatchObject({
      code: 'field-missing',
      field: 'trademark_holders',
      position: (head + transaction('')).indexOf('</TransactionData>'),
      raw: first,
    });
  });

  it('takes one language of goods that are written in several', async () => {
    const description = (language: string, number: string, text: string) =>
      `<ClassDescription><ClassNumber>${number}</ClassNumber>` +
      `<GoodsServicesDescription languageCode="${language}">${text}</GoodsServicesDescription></ClassDescription>`;
    const goods =
      '<GoodsServicesDetails><GoodsServices><ClassificationVersion>10</ClassificationVersion><ClassDescriptionDetails>' +
      `${description('en', '05', 'Soap')}${description('en', '25', 'Hats')}${description('fr', '05', 'Savons')}` +
      '</ClassDescriptionDetails></GoodsServices></GoodsServicesDetails>';
    const { items } = await read(transaction(mark('001', goods)));
    const [item] = items;
    const rows = item?.type === 'record' && 'group' in item.record ? item.record.rows.trademark_classes : null;
    expect(rows).toEqual([
      { scheme: 'nice', edition: '10', class: '5', goods: 'Soap', first_used_on: null },
      { scheme: 'nice', edition: '10', class: '25', goods: 'Hats', first_used_on: null },
    ]);
  });
});
