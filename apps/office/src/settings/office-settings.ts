import { type Act, byActor, type Ledger } from '@zhiheng/ledger';
import { type Actor, UserFault } from '@zhiheng/vocabulary';
import { type SettingName, settingNames, settingRules } from './setting-rules.js';

/** Kind of the act that sets a setting; its object is the name. */
export const settingAct = 'office:set';

/** A value that someone set, with the reason. */
export interface SettingEdit {
  readonly act: number;
  readonly name: SettingName;
  readonly value: string;
  readonly why: string;
  readonly person: string;
  readonly onBehalfOf: string | null;
  readonly time: string;
}

/** What an office has set for itself. Settings are acts, so that each has its history; the process that owns the folder keeps them at hand. */
export class OfficeSettings {
  readonly #ledger: Ledger;
  readonly #values: Map<SettingName, string>;

  private constructor(ledger: Ledger, values: Map<SettingName, string>) {
    this.#ledger = ledger;
    this.#values = values;
  }

  /** Reads the settings of a ledger. */
  static async read(ledger: Ledger): Promise<OfficeSettings> {
    const settings = new OfficeSettings(ledger, new Map());
    for (const { name, value } of await settings.history()) settings.#values.set(name, value);
    return settings;
  }

  get(name: SettingName): string {
    return this.#values.get(name) ?? settingRules[name].usual;
  }

  /** Sets a value, by an act with its reason. Throws `setting-wrong`. */
  async set(
    name: SettingName,
    given: string,
    { actor, time, why }: { readonly actor: Actor; readonly time: string; readonly why: string },
  ): Promise<Act> {
    const value = settingRules[name].read(given);
    if (why.trim() === '') throw new UserFault('setting-wrong', { values: { what: 'the reason is missing' } });
    const act = await this.#ledger.append({
      ...{ ...byActor(actor), time, kind: settingAct, object: name, hash: '' },
      before: { value: this.get(name) },
      after: { value, why },
    });
    this.#values.set(name, value);
    return act;
  }

  /** Everything that was set, in order. */
  async history(): Promise<SettingEdit[]> {
    const acts = await this.#ledger.acts(settingAct);
    return acts.flatMap(({ number: act, object, after, person, onBehalfOf, time }) => {
      const name = settingNames.find((one) => one === object);
      const { value, why } = after as { readonly value: string; readonly why: string };
      return name === undefined ? [] : [{ act, name, value, why, person, onBehalfOf, time }];
    });
  }
}
