import type { LocalizedText } from './language.js';

/** What sort of holder someone is, as far as the source tells. */
export const holderTypes = ['enterprise', 'university', 'institute', 'government', 'individual', 'other'] as const;
export type HolderType = (typeof holderTypes)[number];

export const holderTypeNames: Readonly<Record<HolderType, LocalizedText>> = {
  enterprise: { 'zh-Hans': '企业', 'zh-Hant': '企業', en: 'Enterprise' },
  university: { 'zh-Hans': '高等院校', 'zh-Hant': '高等院校', en: 'University' },
  institute: { 'zh-Hans': '科研机构', 'zh-Hant': '科研機構', en: 'Research institute' },
  government: { 'zh-Hans': '机关团体', 'zh-Hant': '機關團體', en: 'Government body' },
  individual: { 'zh-Hans': '个人', 'zh-Hant': '個人', en: 'Individual' },
  other: { 'zh-Hans': '其他', 'zh-Hant': '其他', en: 'Other' },
};

/** True for a word that names a type of holder. */
export function isHolderType(value: unknown): value is HolderType {
  return typeof value === 'string' && (holderTypes as readonly string[]).includes(value);
}
