/** A name without its legal form, and the form that was there. */
export interface WithoutForm {
  readonly stem: string;
  /** Empty where the name has none. */
  readonly form: string;
}

const innerForms = /(?:股份有限|有限责任|股份)公司/g;
const chineseForm = /(?:有限公司|(?<![总分子])公司|(?:特殊普通|普通|有限)合伙)$/;
const japaneseForm = /^(?:株式会社|有限会社|合同会社)|(?:株式会社|有限会社|合同会社)$/;
const latinForms = [
  'COMPANY LIMITED',
  'CO LIMITED',
  'CO LTD',
  'COLTD',
  'PRIVATE LIMITED',
  'PVT LTD',
  'PTE LTD',
  'PTY LTD',
  'SDN BHD',
  'GMBH AND CO KG',
  'AG AND CO KG',
  'KABUSHIKI KAISHA',
  'INCORPORATED',
  'CORPORATION',
  'LIMITED',
  'COMPANY',
  ...'LTD INC CORP CO LLC LLP LP PLC GMBH MBH AG KG KGAA SE SA SAS SARL SPA SRL BV NV AB OY OYJ AS ASA APS KK PTE'.split(
    ' ',
  ),
];
const latinForm = new RegExp(`(?: (?:${latinForms.join('|')}))+$`);

/**
 * Takes the legal form from the end of a folded name. Forms inside a name (of a branch: 某有限责任公司深圳分公司) become
 * 有限公司 and stay; a name that would be left with one character keeps its form.
 */
export function withoutForm(folded: string): WithoutForm {
  const text = folded.replace(innerForms, '有限公司');
  for (const pattern of [chineseForm, japaneseForm, latinForm]) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const stem = `${text.slice(0, found.index)}${text.slice(found.index + found[0].length)}`.trim();
    if (stem.length >= 2) return { stem, form: found[0].trim() };
  }
  return { stem: text, form: '' };
}
