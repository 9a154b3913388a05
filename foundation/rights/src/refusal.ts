import type { LocalizedText } from '@zhiheng/vocabulary';

const text = (hans: string, hant: string, en: string): LocalizedText => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

/** Why something is refused. */
export const refusals = {
  unknown: text('没有这项权限', '沒有這項權限', 'there is no such permission'),
  role: text('所任角色没有这项权限', '所任角色沒有這項權限', 'no role held here has this right'),
  area: text('不在本人负责的地区', '不在本人負責的地區', 'the area is not one’s own'),
  organisation: text('不属于本机构', '不屬於本機構', 'it belongs to another organisation'),
  own: text('不属于本人', '不屬於本人', 'it belongs to someone else'),
  'another-person': text(
    '须由另一人办理，本机操作员不算另一人',
    '須由另一人辦理，本機操作員不算另一人',
    'another person has to do this part; the local operator never counts as one',
  ),
  key: text('接口密钥不含这项权限', '介面金鑰不含這項權限', 'the API key does not carry this right'),
  'in-person': text(
    '只能由本人办理，不能使用接口密钥或代行',
    '只能由本人辦理，不能使用介面金鑰或代行',
    'only in person: neither by an API key nor in another’s place',
  ),
} as const;

export type Refusal = keyof typeof refusals;
