/** Forms that only companies and institutions have, at the end of a name. */
const chineseForms =
  /(?:有限公司|有限责任公司|有限責任公司|股份公司|集团公司|集團公司|总公司|總公司|分公司|子公司|株式会社|株式會社|大学|大學|学院|學院|研究所|研究院|研究中心|研究总院|設計院|设计院|医院|醫院|银行|銀行|委员会|委員會|管理局|出版社|合作社|联合社|协会|協會)$/u;
const latinForms =
  /[^,;/|]{3,},? (?:Inc|Incorporated|Corp|Corporation|Co\.,? Ltd|Company,? Limited|Ltd|Limited|LLC|L\.L\.C|PLC|GmbH|AG|S\.A|S\.p\.A|B\.V|N\.V|K\.K|Pty Ltd|University|Institute of Technology)\.?$/i;

/** Between two holders in one cell: then one of them may be a person. */
const several = /[;；、|\n]| and | und | et /iu;

/** A Chinese personal name has up to four characters, with one middle dot or more when it is a foreign one. */
const longestPersonalName = 4;

/**
 * Whether a name of a holder can be that of a private person. Only what has, beyond doubt, the form of a company or an
 * institution cannot: sole traders, partnerships and works bear personal names, and what is not known counts as personal.
 */
export function mayBePersonal(name: string): boolean {
  const text = name.normalize('NFKC').trim();
  if (text === '') return false;
  if (several.test(text)) return true;
  if (chineseForms.test(text)) return [...text].length <= longestPersonalName;
  return !latinForms.test(text);
}
