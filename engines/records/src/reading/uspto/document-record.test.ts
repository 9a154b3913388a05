import { describe, expect, it } from 'vitest';
import { bytesSource, collect } from '../../../test/sources.js';
import { grant } from '../../../test/uspto-documents.js';
import { readUspto } from './read-uspto.js';

async function only(text: string) {
  const [item] = await collect(readUspto(bytesSource(text)));
  if (item?.type === 'record') return item.record;
  if (item?.type === 'quarantined') return { code: item.code, field: item.field, found: item.found };
  throw new Error('neither record nor quarantined');
}

describe('documentRecord', () => {
  it.each([
    ['utility', 'B2', '12345678', 'invention', 'utility'],
    ['design', 'S1', '29345678', 'design', 'design'],
    ['plant', 'P2', '12345678', 'plant', 'plant'],
    ['reissue', 'E1', '29345678', 'other', 'reissue'],
    ['sir', 'H1', '12345678', 'other', 'sir'],
    ['utility', 'H1', '12345678', 'other', 'H1'],
  ])('reads %s %s as its kind', async (type, kind, number, read, asGiven) => {
    expect(await only(grant({ type, kind, number }))).toMatchObject({ kind: read, kindAsGiven: asGiven });
  });

  it('quarantines kinds that contradict each other or are none', async () => {
    const wrong = { code: 'kind-wrong', field: 'kind' };
    expect(await only(grant({ type: 'design', kind: 'B2' }))).toMatchObject(wrong);
    expect(await only(grant({ type: 'utility', number: '29345678' }))).toMatchObject(wrong);
    expect(await only(grant({ type: 'trademark', kind: 'T1' }))).toMatchObject(wrong);
  });

  it('joins series code and serial to eight digits', async () => {
    expect(await only(grant({ number: '345678' }))).toMatchObject({ id: 'US:12345678', numberAsGiven: '345678' });
    expect(await only(grant({ number: '' }))).toMatchObject({ code: 'field-missing', field: 'number' });
    expect(await only(grant({ number: '123' }))).toMatchObject({ code: 'number-wrong', field: 'number', found: '123' });
  });

  it.each(['20200230', '20200100', '21010101', '2020-01-07'])('quarantines the grant date %s', async (date) => {
    expect(await only(grant({ date }))).toEqual({ code: 'date-wrong', field: 'granted_on', found: date });
  });

  it('takes the earliest priority', async () => {
    const claims = ['20170502', '20170301', '20171111'].map(
      (day) => `<priority-claim><date>${day}</date></priority-claim>`,
    );
    const body = `<priority-claims>${claims.join('')}</priority-claims>`;
    expect(await only(grant({ body }))).toMatchObject({ priorityOn: '2017-03-01' });
  });

  it('names applicants where no assignee is named, and places them', async () => {
    const applicant = (name: string, address: string) =>
      `<us-applicant><addressbook>${name}<address>${address}</address></addressbook></us-applicant>`;
    const body = `<assignees><assignee><addressbook><role>02</role></addressbook></assignee></assignees>
<us-parties><us-applicants>${[
      applicant('<orgname>A &#x26; B</orgname>', '<state>tx</state>'),
      applicant('<last-name>C</last-name>', '<country>unknown</country>'),
      applicant(
        '<last-name>D</last-name><first-name>E</first-name><middle-name>F.</middle-name>',
        '<country>HK</country>',
      ),
      applicant('<orgname>G</orgname>', '<state>Ontario</state><country>CA</country>'),
      applicant('<orgname>H</orgname>', '<country>US</country>'),
    ].join('')}</us-applicants></us-parties>`;
    const record = await only(grant({ body }));
    const holders = 'holders' in record ? record.holders : [];
    expect(holders.map(({ name, country, area }) => [name, country, area])).toEqual([
      ['A & B', null, 'US-TX'],
      ['C', null, 'XX'],
      ['D, E F.', 'HK', '810000'],
      ['G', 'CA', 'CA'],
      ['H', 'US', 'US'],
    ]);
  });

  it('flattens markup and keeps neighbouring paragraphs apart', async () => {
    const more = `<abstract><p>H<sub>2</sub>O<br/>and</p><p>more</p></abstract>
<claims><claim><claim-text><b>1</b>. A: <claim-text>b;</claim-text><claim-text>c.</claim-text></claim-text></claim>
<claim><claim-text>2. D</claim-text></claim></claims>`;
    expect(await only(grant({ more }))).toMatchObject({ abstract: 'H2O and more', firstClaim: '1. A: b; c.' });
  });

  it('tells what a generator marks as synthetic', async () => {
    expect(await only(grant({}))).toMatchObject({ dataset: 'real' });
    expect(await only(grant({ status: 'SYNTHETIC' }))).toMatchObject({ dataset: 'synthetic' });
  });
});
