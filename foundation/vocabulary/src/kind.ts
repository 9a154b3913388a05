import type { LocalizedText } from './language.js';

/** Kinds of patent right. Rare kinds are `other`; the source's own kind is kept beside it. */
export const kinds = ['invention', 'utility_model', 'design', 'plant', 'other'] as const;
export type Kind = (typeof kinds)[number];

export const kindNames: Readonly<Record<Kind, LocalizedText>> = {
  invention: { 'zh-Hans': '发明专利', 'zh-Hant': '發明專利', en: 'Invention' },
  utility_model: { 'zh-Hans': '实用新型', 'zh-Hant': '實用新型', en: 'Utility model' },
  design: { 'zh-Hans': '外观设计', 'zh-Hant': '外觀設計', en: 'Design' },
  plant: { 'zh-Hans': '植物专利', 'zh-Hant': '植物專利', en: 'Plant' },
  other: { 'zh-Hans': '其他', 'zh-Hant': '其他', en: 'Other' },
};

/** True for a word that names a kind of patent right. */
export function isKind(value: unknown): value is Kind {
  return typeof value === 'string' && (kinds as readonly string[]).includes(value);
}
