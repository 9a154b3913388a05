import type { Application } from '../application.js';
import { type DayNumber, dayText } from '../calendar.js';
import type { OfficeKind } from '../office-volumes.js';
import type { PartyType } from '../parties/party.js';
import type { Mention } from '../parties/party-source.js';
import { familyNumber, grantNumber, publicationNumber, type Texts } from './patent-row.js';

const kindWords: Readonly<Record<OfficeKind, string>> = {
  invention: '发明',
  utility_model: '实用新型',
  design: '外观设计',
};
const grantKinds: Readonly<Record<OfficeKind, string>> = { invention: 'B', utility_model: 'U', design: 'S' };
const types: Readonly<Record<PartyType, string>> = {
  企业: 'enterprise',
  大专院校: 'university',
  科研单位: 'institute',
  机关团体: 'government',
  个人: 'individual',
};
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** About one application in ten is written as ST.36: told by its number. */
export function isWrittenAsSt36(number: string): boolean {
  return (Math.imul(Number(number.slice(3, 12)) | 0, 0x9e3779b1) >>> 0) % 10 === 0;
}

/** An application as a document in the form of WIPO ST.36, with its line ends. */
export function st36Document(application: Application, texts: Texts): string {
  const { number, kind, life, particulars } = application;
  const { holders, agency, inventors, agents, claims } = particulars;
  const published = publicationNumber(application);
  const granted = grantNumber(application);
  const state = Math.max(
    life.filed ?? 0,
    life.published ?? 0,
    life.granted ?? 0,
    life.closed ?? 0,
    life.firstAction ?? 0,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<cn-patent-document lang="zh" country="CN" status="SYNTHETIC" date-publ="${compact(state)}" file="CN${number.slice(0, 12)}.XML">
<bibliographic-data>
${published === '' ? '' : publication(published, 'A', life.published)}${granted === '' ? '' : publication(granted, grantKinds[kind], life.granted)}<application-reference appl-type="${kind}"><document-id><country>CN</country><doc-number>${number}</doc-number><date>${compact(life.filed)}</date></document-id></application-reference>
${particulars.priority === null ? '' : `<priority-claims><priority-claim sequence="1" kind="national"><date>${compact(particulars.priority)}</date></priority-claim></priority-claims>\n`}${kind === 'design' ? locarno(particulars.classes) : ipc(particulars.classes)}
${claims === null ? '' : `<number-of-claims>${claims}</number-of-claims>\n`}<invention-title lang="zh">${plain(texts.title)}</invention-title>
${texts.titleEn === null ? '' : `<invention-title lang="en">${plain(texts.titleEn)}</invention-title>\n`}<parties>
<applicants>
${holders.map(applicant).join('')}</applicants>
<inventors>
${inventors.map((name, index) => `<inventor sequence="${index + 1}"><addressbook><name>${plain(name)}</name></addressbook></inventor>\n`).join('')}</inventors>
<agents>
${agency === null ? '' : `<agent sequence="1" rep-type="agent"><addressbook><orgname>${plain(agency)}</orgname></addressbook></agent>\n`}${agents.map((name, index) => `<agent sequence="${index + 2}" rep-type="attorney"><addressbook><name>${plain(name)}</name></addressbook></agent>\n`).join('')}</agents>
</parties>
</bibliographic-data>
${texts.abstract ? `<abstract><p>${plain(texts.abstract)}</p></abstract>\n` : ''}${texts.firstClaim ? `<claims><claim num="0001"><claim-text>${plain(texts.firstClaim)}</claim-text></claim></claims>\n` : ''}<office-specific-data office="CN">
<kind>${kindWords[kind]}</kind><route>national</route>
${dated('examination-requested', life.requested)}${dated('first-action', life.firstAction)}${dated('closed', life.closed)}${element('outcome', life.outcome ?? '')}${dated('granted', life.granted)}${dated('ceased', life.ceased)}${element('cease-reason', life.ceaseReason ?? '')}${element('family', familyNumber(application))}${element('funded-project', particulars.project)}
${holders.map(applicantData).join('')}</office-specific-data>
</cn-patent-document>
`;
}

const compactDays = new Map<DayNumber, string>();

/** `20180102`; empty for none. */
function compact(day: DayNumber | null): string {
  if (day === null) return '';
  const known = compactDays.get(day);
  if (known !== undefined) return known;
  const text = dayText(day).replaceAll('-', '');
  compactDays.set(day, text);
  return text;
}

function plain(text: string): string {
  return /[&<>"]/.test(text) ? text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? '') : text;
}

const element = (name: string, content: string): string =>
  content === '' ? '' : `<${name}>${plain(content)}</${name}>`;

const dated = (name: string, day: DayNumber | null): string =>
  day === null ? '' : `<${name}><date>${compact(day)}</date></${name}>`;

function publication(number: string, kind: string, day: DayNumber | null): string {
  return `<publication-reference><document-id><country>CN</country><doc-number>${number}</doc-number><kind>${kind}</kind><date>${compact(day)}</date></document-id></publication-reference>\n`;
}

function ipc(symbols: readonly string[]): string {
  const classes = symbols.map((symbol, index) => {
    const [main = '', subgroup = ''] = symbol.slice(4).split('/');
    return `<classification-ipcr sequence="${index + 1}"><ipc-version-indicator><date>20060101</date></ipc-version-indicator><classification-level>A</classification-level><section>${symbol.charAt(0)}</section><class>${symbol.slice(1, 3)}</class><subclass>${symbol.charAt(3)}</subclass><main-group>${main}</main-group><subgroup>${subgroup}</subgroup></classification-ipcr>\n`;
  });
  return `<classifications-ipcr>\n${classes.join('')}</classifications-ipcr>`;
}

function locarno([symbol = '']: readonly string[]): string {
  return `<classification-locarno><edition>13</edition><main-classification>${symbol}</main-classification></classification-locarno>`;
}

function applicant({ party, written, address }: Mention, index: number): string {
  const name = element(party.type === '个人' ? 'name' : 'orgname', written.name);
  const country = party.country === '' ? 'CN' : party.country;
  return `<applicant sequence="${index + 1}" app-type="applicant"><addressbook>${name}<address><text>${plain(address.text)}</text><country>${country}</country></address></addressbook></applicant>\n`;
}

function applicantData({ party, written }: Mention, index: number): string {
  const code = element('credit-code', written.code);
  return `<applicant-data sequence="${index + 1}">${code}<holder-type>${types[party.type]}</holder-type></applicant-data>\n`;
}
