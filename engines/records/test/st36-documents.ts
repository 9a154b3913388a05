/** An application of an office that nobody has, told by whoever writes it as a table or as a document. */
export interface Invented {
  readonly number: string;
  readonly filed: string;
  readonly published: string;
  readonly publication: string;
  readonly grant: string;
  readonly priority: string;
  readonly kind: string;
  readonly claims: string;
  readonly title: string;
  readonly english: string;
  readonly abstract: string;
  readonly claim: string;
  readonly classes: readonly string[];
  readonly holders: readonly {
    readonly name: string;
    readonly person?: boolean;
    readonly address: string;
    readonly code: string;
    readonly type: string;
  }[];
  readonly inventors: readonly string[];
  readonly agency: string;
  readonly agents: readonly string[];
  readonly requested: string;
  readonly action: string;
  readonly closed: string;
  readonly outcome: string;
  readonly granted: string;
  readonly ceased: string;
  readonly reason: string;
  readonly family: string;
  readonly project: string;
  readonly department: string;
  readonly state: string;
}

/** A whole one: every field is told. */
// 2×2+0×3+2×4+1×5+1×6+0×7+1×8+2×9+3×2+4×3+5×4+6×5 = 117, 117 modulo 11 = 7
export const inventedApplication: Invented = {
  number: '202110123456.7',
  filed: '2021-01-29',
  published: '2021-06-04',
  publication: '112345678',
  grant: '112345678',
  priority: '2020-11-05',
  kind: '发明',
  claims: '10',
  title: '一种数据处理方法',
  english: 'Data processing method & device',
  abstract: '本发明公开了一种 x<y 的数据处理方法。',
  claim: '1.一种数据处理方法，其特征在于，包括：步骤。',
  classes: ['G06F 16/28 (2019.01)', 'H04L 9/06 (2006.01)'],
  holders: [
    {
      name: '某某科技有限公司',
      address: '广东省深圳市南山区科技园一路1号',
      code: '91440300MA5EXAMPL1',
      type: 'enterprise',
    },
    { name: '张三', person: true, address: '北京市海淀区某路2号', code: '', type: 'individual' },
  ],
  inventors: ['李四', '王五'],
  agency: '北京某某知识产权代理有限公司',
  agents: ['赵六'],
  requested: '2021-03-01',
  action: '2022-08-10',
  closed: '2023-09-01',
  outcome: 'granted',
  granted: '2023-10-20',
  ceased: '2024-11-30',
  reason: 'fee-unpaid',
  family: 'F0001',
  project: '2019YFB0000000',
  department: '电学',
  state: '2023-10-20',
};

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const element = (name: string, text: string) => (text === '' ? '' : `<${name}>${escaped(text)}</${name}>`);
const dated = (name: string, day: string) =>
  day === '' ? '' : `<${name}><date>${day.replaceAll('-', '')}</date></${name}>`;

/** `A01B 1/02 (2006.01)` as the parts of ST.36; `LOC(13) 14-03` as a Locarno class. */
function classElements(symbols: readonly string[]): string {
  const ipc = symbols.flatMap((symbol, index) => {
    const [, section, main, subclass, group, sub, year, month] =
      /^(\w)(\d\d)(\w) (\d+)\/(\d+) \((\d{4})\.(\d\d)\)$/.exec(symbol) ?? [];
    if (section === undefined) return [];
    return `<classification-ipcr sequence="${index + 1}"><ipc-version-indicator><date>${year}${month}01</date></ipc-version-indicator>
<section>${section}</section><class>${main}</class><subclass>${subclass}</subclass><main-group>${group}</main-group><subgroup>${sub}</subgroup></classification-ipcr>`;
  });
  const [, edition, locarno = ''] = symbols.map((one) => /^LOC\((\d+)\) (\d\d-\d\d)$/.exec(one)).find(Boolean) ?? [];
  const design =
    locarno === ''
      ? ''
      : `<classification-locarno><edition>${edition}</edition><main-classification>${locarno.replace('-', '')}</main-classification></classification-locarno>`;
  return `${ipc.length === 0 ? '' : `<classifications-ipcr>${ipc.join('\n')}</classifications-ipcr>`}${design}`;
}

function applicant({ name, person, address }: Invented['holders'][number], index: number): string {
  return `<applicant sequence="${String(index + 1).padStart(3, '0')}" app-type="applicant"><addressbook>${element(person === true ? 'name' : 'orgname', name)}
<address>${element('text', address)}<country>CN</country></address></addressbook></applicant>`;
}

const publication = (number: string, kind: string, day: string) =>
  number === ''
    ? ''
    : `<publication-reference><document-id><country>CN</country><doc-number>${number}</doc-number><kind>${kind}</kind>${element('date', day.replaceAll('-', ''))}</document-id></publication-reference>`;

/** The application as a document. */
export function st36Document(of: Invented): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<cn-patent-document lang="zh" country="CN" status="SYNTHETIC"${of.state === '' ? '' : ` date-publ="${of.state.replaceAll('-', '')}"`} file="CN${of.number}.XML">
<bibliographic-data>
${publication(of.publication, 'A', of.published)}${publication(of.grant, 'B', of.granted)}
<application-reference appl-type="patent"><document-id><country>CN</country><doc-number>${of.number}</doc-number><date>${of.filed.replaceAll('-', '')}</date></document-id></application-reference>
${of.priority === '' ? '' : `<priority-claims><priority-claim sequence="1" kind="national"><country>CN</country><date>${of.priority.replaceAll('-', '')}</date></priority-claim></priority-claims>`}
${classElements(of.classes)}
${element('number-of-claims', of.claims)}
<invention-title lang="zh">${escaped(of.title)}</invention-title>
${of.english === '' ? '' : `<invention-title lang="en">${escaped(of.english)}</invention-title>`}
<parties><applicants>${of.holders.map(applicant).join('\n')}</applicants>
<inventors>${of.inventors.map((name, index) => `<inventor sequence="${index + 1}"><addressbook>${element('name', name)}</addressbook></inventor>`).join('\n')}</inventors>
<agents>${of.agency === '' ? '' : `<agent sequence="1" rep-type="agent"><addressbook>${element('orgname', of.agency)}</addressbook></agent>`}
${of.agents.map((name, index) => `<agent sequence="${index + 2}" rep-type="attorney"><addressbook>${element('name', name)}</addressbook></agent>`).join('\n')}</agents></parties>
</bibliographic-data>
${of.abstract === '' ? '' : `<abstract><p>${escaped(of.abstract)}</p></abstract>`}
${of.claim === '' ? '' : `<claims><claim num="0001"><claim-text>${escaped(of.claim)}</claim-text></claim><claim num="0002"><claim-text>另一项。</claim-text></claim></claims>`}
<office-specific-data office="CN" file="CN${of.number}.XML">
${element('kind', of.kind)}<route>national</route>
${dated('examination-requested', of.requested)}${dated('first-action', of.action)}${dated('closed', of.closed)}${element('outcome', of.outcome)}
${dated('granted', of.granted)}${dated('ceased', of.ceased)}${element('cease-reason', of.reason)}
${element('family', of.family)}${element('funded-project', of.project)}${element('department', of.department)}
${of.holders.map(({ code, type }, index) => (code + type === '' ? '' : `<applicant-data sequence="${index + 1}">${element('credit-code', code)}${element('holder-type', type)}</applicant-data>`)).join('\n')}
</office-specific-data>
</cn-patent-document>
`;
}

export const inventedMapping = `table: patents
columns:
  number: number
  filed_on: filed
  published_on: published
  publication_number: publication
  grant_number: grant
  priority_on: priority
  kind: { from: kind, codes: { 发明: invention, 实用新型: utility_model, 外观设计: design } }
  claim_count: claims
  title: title
  title_en: english
  abstract: abstract
  first_claim: claim
  classes: { from: classes, split: "|", scheme: ipc }
  holders: { from: holders, split: "|" }
  holder_addresses: { from: addresses, split: "|" }
  holder_codes: { from: codes, split: "|" }
  holder_types: { from: types, split: "|" }
  inventors: { from: inventors, split: "|" }
  agency: agency
  agents: { from: agents, split: "|" }
  examination_requested_on: requested
  first_action_on: action
  closed_on: closed
  outcome: outcome
  granted_on: granted
  ceased_on: ceased
  cease_reason: reason
  family: family
  funded_project: project
  department: department
  state_on: state
defaults: { office: CN, dataset: synthetic, route: national, language: zh, country: CN }
`;

const plain =
  'number filed published publication grant priority kind claims title english abstract claim agency requested action closed outcome granted ceased reason family project department state'.split(
    ' ',
  ) as (keyof Invented)[];
const lists = ['classes', 'holders', 'addresses', 'codes', 'types', 'inventors', 'agents'];

/** The applications as a table for `inventedMapping`. */
export function inventedTable(all: readonly Invented[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = all.map((of) => {
    const held = (key: 'name' | 'address' | 'code' | 'type') => of.holders.map((one) => one[key]).join('|');
    const cells = [
      ...plain.map((key) => of[key] as string),
      ...[of.classes.join('|'), held('name'), held('address'), held('code'), held('type')],
      ...[of.inventors.join('|'), of.agents.join('|')],
    ];
    return `${cells.map(quoted).join(',')}\n`;
  });
  return `${[...plain, ...lists].join(',')}\n${rows.join('')}`;
}
