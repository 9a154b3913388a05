import type { SettingAnswer } from '@zhiheng/office';
import { useEffect, useRef, useState } from 'react';
import { send } from '../../api/send.js';
import { ProblemText } from '../../staff/FaultText.js';
import { Field } from '../../staff/Field.js';
import { useAct } from '../../staff/useAct.js';
import { useWords } from '../../words/words.js';
import { settingHints, settingWords } from './setting-words.js';

interface SettingFormProps {
  readonly setting: SettingAnswer;
  readonly close: () => void;
}

/** Sets one setting, with the reason. */
export function SettingForm({ setting: { name, value }, close }: SettingFormProps) {
  const { word } = useWords();
  const [fields, setFields] = useState({ value, why: '' });
  const { waiting, error, run } = useAct();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const set = (field: keyof typeof fields) => (text: string) => setFields({ ...fields, [field]: text });
  const store = async () => {
    if ((await run(() => send<object>('PUT', `office/settings/${name}`, fields))) !== undefined) close();
  };
  const zones = name === 'time-zone' ? Intl.supportedValuesOf('timeZone') : [];
  return (
    <form
      className="staff-form"
      onSubmit={(event) => {
        event.preventDefault();
        void store();
      }}
    >
      <h3 ref={heading} tabIndex={-1}>
        {word(settingWords[name])}
      </h3>
      <p className="remark">{word(settingHints[name])}</p>
      <div className="choices">
        <Field label={word('settings.value')} value={fields.value} set={set('value')} list="setting-values" />
        <Field label={word('settings.why')} value={fields.why} set={set('why')} required />
      </div>
      <datalist id="setting-values">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <p className="acts">
        <button type="submit" className="main-act" disabled={waiting || fields.why.trim() === ''}>
          {word('settings.set')}
        </button>
        <button type="button" onClick={close}>
          {word('act.leave')}
        </button>
      </p>
      {error === null ? null : <ProblemText error={error} />}
    </form>
  );
}
