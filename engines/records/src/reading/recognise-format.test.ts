import { closeSync, openSync, readSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gb18030 } from '../../../../test/making/gb18030.js';
import { sharedFile } from '../../test/sources.js';
import { headLength, isRefused, recogniseFormat, refuseFormat } from './recognise-format.js';

describe('recogniseFormat', () => {
  it.each([
    [
      '<?xml version="1.0"?>\n<!-- <us-patent-grant> -->\n<!DOCTYPE a [ <!ENTITY b "c>"> ]>\n<us-patent-application>',
      'uspto',
    ],
    ['\ufeff<sequence-cwu id="S">', 'uspto'],
    [`<!DOCTYPE PATDOC [${'<!ENTITY a SYSTEM "b">'.repeat(4000)}`, 'uspto-sgml'],
    ['<html><body>us-patent-grant</body></html>', null],
    ['a,b\n1,2\n', 'table'],
    ['a;b\n1;2', 'table'],
    ['a\tb', 'table'],
    ['"a,b",c\n"1\n2",3\n', 'table'],
    ['PK\u0003\u0004\u0014word/', 'zip'],
    ['PK\u0003\u0004\u0014xl/workbook.xml', 'xlsx'],
    ['PAR1', 'parquet'],
    ['{"a": 1}\n', 'ndjson'],
    ['{"a": 1,\n"b": 2}', 'json'],
    ['one column\nof words\n', null],
    ['a,b\u0000c\n', null],
    ['', null],
  ])('%j', (text, format) => {
    expect(recogniseFormat(Buffer.from(text).subarray(0, headLength))).toBe(format);
  });

  it('knows gzip by its first bytes and a table in GB18030', () => {
    expect(recogniseFormat(Buffer.from('1f8b0800', 'hex'))).toBe('gzip');
    expect(recogniseFormat(gb18030('申请号,发明名称\n2023,一种装置\n'))).toBe('table');
  });

  it('refuses by name', () => {
    expect(['uspto', 'table', null, 'greenbook'].map((format) => isRefused(format as 'uspto'))).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(refuseFormat('greenbook', 'x.txt')).toMatchObject({
      code: 'format-refused',
      detail: { found: 'greenbook' },
    });
  });
});

const folder = sharedFile('patents-us');
describe.skipIf(folder === null)('real files by their first 64 KiB', () => {
  const samples = 'patents-us/uspto-samples/PatentDocument/resources/samples';
  it.each([
    ['patents-us/ipg050104.small.xml', 'uspto'],
    ['patents-us/ipa130117.one.xml', 'uspto'],
    ['patents-us/pa040101.two.xml', 'patent-application-publication'],
    [`${samples}/pap/US20010000044A1.xml`, 'patent-application-publication'],
    [`${samples}/pap/US20010000943A1.xml`, 'patent-application-publication'],
    [`${samples}/sgml/US06337117.xml`, 'uspto-sgml'],
    [`${samples}/sgml/USD435854S1.xml`, 'uspto-sgml'],
    [`${samples}/greenbook/US03932709.greenbook`, 'greenbook'],
    [`${samples}/cpcScheme/cpc-scheme-A01L.xml`, 'cpc-scheme'],
    [`${samples}/cpcMaster/cpcMaster.xml`, 'cpc-master'],
    [`${samples}/xml4ip/sample_XML4IP.ZIP`, 'zip'],
    [`${samples}/css_brs/css_brs_sample.txt`, 'brs'],
    ['patents-ep/docdb-DE-backfile.xml', 'docdb'],
    ['patents-ep/docdb-AP-1206-A_302101161.xml', 'docdb'],
    ['patents-ep/ops-get_register_biblio.xml', 'ops'],
    ['patents-ep/ops-legal_code_descriptions_202417.xlsx', 'xlsx'],
    ['trademarks/tsdr-rn2178784-ST-961_D3.xml', 'st96'],
    ['trademarks/tsdr-rn2178784-ST-962.2.1.xml', 'st96'],
    ['trademarks/tsdr-sn76044902.xml', 'st66'],
    ['assignments/assignment_1.xml', 'uspto-assignment'],
    ['gi/uk_eu_gi_register_3715.json', 'gi-register'],
    ['patents-cn/cn_patent_titles_ipc_9740.csv', 'table'],
    ['patents-cn/g06f_cpc_sample_train.csv', 'table'],
    ['patents-cn/xling_dev.csv', 'table'],
  ])('%s', (name, format) => {
    const head = Buffer.alloc(headLength);
    const file = openSync(sharedFile(name) ?? '', 'r');
    const length = readSync(file, head, 0, headLength, 0);
    closeSync(file);
    expect(recogniseFormat(head.subarray(0, length))).toBe(format);
  });
});
