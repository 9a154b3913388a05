import type { SettingAnswer } from '../answers-people.js';
import { settingNamed, settingNames, settingRules } from '../settings/setting-rules.js';
import { type Command, done } from './command.js';

/** What the office has set for itself, with the history of each setting. */
export const officeSettings: Command<object, SettingAnswer[]> = async (_, { office }) => {
  const history = await office.settings.history();
  return done(
    settingNames.map((name) => ({
      name,
      value: office.settings.get(name),
      usual: settingRules[name].usual,
      edits: history.filter((edit) => edit.name === name),
    })),
  );
};

export interface OfficeSetInput {
  readonly name: string;
  readonly value: string;
  readonly why: string;
}

/** Sets one of them. */
export const officeSet: Command<OfficeSetInput, { act: number }> = async ({ name, value, why }, { office, actor }) => {
  const time = office.clock.now().toISOString();
  return done({ act: (await office.settings.set(settingNamed(name), value, { actor, time, why })).number });
};
