import { type Language, type LocalizedText, OwnFault } from '@zhiheng/vocabulary';
import type { ClockRefusal } from './clocks.js';
import type { Flow } from './flow.js';
import type { FieldFault } from './needs.js';
import type { RefusalReason } from './refusal.js';

const nothing: LocalizedText = { 'zh-Hans': '尚未开始', 'zh-Hant': '尚未開始', en: 'not begun' };

/** A refusal of an act of a flow, in words; `act` is the act that was tried. */
export function refusalWords(flow: Flow, act: string, reason: RefusalReason): LocalizedText {
  const name = wordsOf(flow.acts, act);
  switch (reason.code) {
    case 'act-unknown':
      return {
        'zh-Hans': `流程中没有“${act}”这一步`,
        'zh-Hant': `流程中沒有「${act}」這一步`,
        en: `the flow has no act named ${act}`,
      };
    case 'state': {
      const state = reason.state === null ? nothing : wordsOf(flow.states, reason.state);
      return {
        'zh-Hans': `当前状态为“${state['zh-Hans']}”，不能办理“${name['zh-Hans']}”`,
        'zh-Hant': `目前狀態為「${state['zh-Hant']}」，不能辦理「${name['zh-Hant']}」`,
        en: `“${name.en}” is not possible in the state “${state.en}”`,
      };
    }
    case 'role':
      return {
        'zh-Hans': `您的角色不能办理“${name['zh-Hans']}”`,
        'zh-Hant': `您的角色不能辦理「${name['zh-Hant']}」`,
        en: `your roles do not allow “${name.en}”`,
      };
    case 'organisation':
      return {
        'zh-Hans': `“${name['zh-Hans']}”只能由事项所属单位办理`,
        'zh-Hant': `「${name['zh-Hant']}」只能由事項所屬單位辦理`,
        en: `only the organisation it belongs to may do “${name.en}”`,
      };
    case 'holder':
      return {
        'zh-Hans': `“${name['zh-Hans']}”只能由承办人办理`,
        'zh-Hant': `「${name['zh-Hant']}」只能由承辦人辦理`,
        en: `only whoever holds it may do “${name.en}”`,
      };
    case 'four-eyes': {
      const earlier = wordsOf(flow.acts, reason.act);
      return {
        'zh-Hans': `此前的“${earlier['zh-Hans']}”由您办理，“${name['zh-Hans']}”须由另一人办理`,
        'zh-Hant': `先前的「${earlier['zh-Hant']}」由您辦理，「${name['zh-Hant']}」須由另一人辦理`,
        en: `you did “${earlier.en}” before; “${name.en}” needs another person`,
      };
    }
    case 'second-person':
      return {
        'zh-Hans': `“${name['zh-Hans']}”须由第二人以账户办理，本机操作员不算第二人`,
        'zh-Hant': `「${name['zh-Hant']}」須由第二人以帳戶辦理，本機操作員不算第二人`,
        en: `“${name.en}” needs a second person with an account; the local operator is never one`,
      };
    case 'state-changed': {
      const { person, time } = reason;
      const other = wordsOf(flow.acts, reason.act);
      return {
        'zh-Hans': `${person} 已于 ${time} 办理“${other['zh-Hans']}”，请查看最新状态后再办理“${name['zh-Hans']}”`,
        'zh-Hant': `${person} 已於 ${time} 辦理「${other['zh-Hant']}」，請查看最新狀態後再辦理「${name['zh-Hant']}」`,
        en: `${person} did “${other.en}” at ${time}; look at the new state before “${name.en}”`,
      };
    }
    case 'clock':
      return clockWords(flow, name, reason);
    case 'guard': {
      const demand = flow.guards[reason.guard]?.words;
      if (demand === undefined) throw new OwnFault(`no guard is named ${reason.guard}`);
      return {
        'zh-Hans': `“${name['zh-Hans']}”的条件不成立：${demand['zh-Hans']}`,
        'zh-Hant': `「${name['zh-Hant']}」的條件不成立：${demand['zh-Hant']}`,
        en: `“${name.en}” demands: ${demand.en}`,
      };
    }
    case 'field':
      return fieldWords(reason.fields);
  }
}

function clockWords(flow: Flow, act: LocalizedText, { clock, why, due }: ClockRefusal): LocalizedText {
  const name = wordsOf(flow.clocks ?? [], clock);
  const day = due ?? '';
  const because: Record<ClockRefusal['why'], LocalizedText> = {
    over: { 'zh-Hans': `已于 ${day} 届满`, 'zh-Hant': `已於 ${day} 屆滿`, en: `ran out on ${day}` },
    'not-over': { 'zh-Hans': `至 ${day} 尚未届满`, 'zh-Hant': `至 ${day} 尚未屆滿`, en: `runs until ${day}` },
    'not-running': { 'zh-Hans': '没有在计算', 'zh-Hant': '沒有在計算', en: 'is not running' },
    suspended: { 'zh-Hans': '已中止', 'zh-Hant': '已中止', en: 'is suspended' },
    'not-suspended': { 'zh-Hans': '没有中止', 'zh-Hant': '沒有中止', en: 'is not suspended' },
  };
  return {
    'zh-Hans': `期限“${name['zh-Hans']}”${because[why]['zh-Hans']}，不能办理“${act['zh-Hans']}”`,
    'zh-Hant': `期限「${name['zh-Hant']}」${because[why]['zh-Hant']}，不能辦理「${act['zh-Hant']}」`,
    en: `“${act.en}” is not possible: the deadline “${name.en}” ${because[why].en}`,
  };
}

function fieldWords(fields: readonly FieldFault[]): LocalizedText {
  const verbs: Record<FieldFault['fault'], LocalizedText> = {
    missing: { 'zh-Hans': '缺少', 'zh-Hant': '缺少', en: 'missing' },
    wrong: { 'zh-Hans': '填写有误', 'zh-Hant': '填寫有誤', en: 'wrong' },
    unknown: { 'zh-Hans': '不属于这一步', 'zh-Hant': '不屬於這一步', en: 'not asked for' },
  };
  const tell = (language: Language, between: string) =>
    fields
      .map(({ field, fault, words }) => `${words?.[language] ?? field}${between}${verbs[fault][language]}`)
      .join(language === 'en' ? '; ' : '；');
  return { 'zh-Hans': tell('zh-Hans', '：'), 'zh-Hant': tell('zh-Hant', '：'), en: tell('en', ': ') };
}

/** The words of a state, act or clock; its id in every language when the flow does not have it. */
function wordsOf(among: readonly { readonly id: string; readonly words: LocalizedText }[], id: string): LocalizedText {
  return among.find((one) => one.id === id)?.words ?? { 'zh-Hans': id, 'zh-Hant': id, en: id };
}
