import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TargetAnswer, TargetHistoryAnswer, TargetProposalRow } from '@zhiheng/office';
import { useState } from 'react';
import { send } from '../../api/send.js';
import { symbolOf } from '../../numbers/quantity.js';
import { ProblemText } from '../../staff/FaultText.js';
import { Field, Select } from '../../staff/Field.js';
import { useAct } from '../../staff/useAct.js';
import { useAreaNames } from '../../staff/useAreaNames.js';
import { useWords } from '../../words/words.js';
import { isPercent, limitOf } from './limit-of.js';
import { regionsToPropose } from './regions-to-propose.js';
import '../../staff/staff.css';

const nation = '';

export interface ChangeFormProps {
  readonly history: TargetHistoryAnswer;
  readonly answer: TargetAnswer;
}

/** Proposes a limit from a day on, for the programme or for a region; another person accepts it. */
export function ChangeForm({ history, answer: { programme, verdict } }: ChangeFormProps) {
  const { word, language } = useWords();
  const queries = useQueryClient();
  const { waiting, error, run } = useAct();
  const regions = regionsToPropose(history, verdict.area);
  const { provinces, nameOf } = useAreaNames(regions);
  const listed = regions.includes('all') ? provinces.map(({ code }) => code) : regions;
  const revises = verdict.area === null && history.acts.includes('revise');
  const [chosen, setArea] = useState<string | null>(null);
  const area = chosen ?? (revises ? nation : (listed[0] ?? nation));
  const [given, setGiven] = useState({ limit: '', from: '', due: '', source: '', reason: '' });
  const [proposed, setProposed] = useState<TargetProposalRow | null>(null);
  const field = (name: keyof typeof given) => (value: string) => setGiven((before) => ({ ...before, [name]: value }));
  const limit = limitOf(given.limit, verdict.unit);
  const ready = limit !== null && given.from !== '' && given.reason.trim() !== '';
  const propose = async () => {
    const { from, due, source, reason } = given;
    const body = {
      ...{ limit, from, reason: reason.trim() },
      ...(due === '' ? {} : { due }),
      ...(source.trim() === '' ? {} : { source: source.trim() }),
      ...(area === nation ? {} : { area }),
    };
    const path = `programmes/${encodeURIComponent(programme.id)}/targets/${encodeURIComponent(verdict.target)}`;
    const act = area === nation ? 'revisions' : 'overlays';
    const done = await run(() => send<TargetProposalRow>('POST', `${path}/${act}`, body));
    if (done === undefined) return;
    setProposed(done);
    await queries.invalidateQueries();
  };
  if (proposed !== null) {
    return (
      <p role="status">
        {word('target-change.proposed', { id: proposed.id })}{' '}
        <Link className="opens" to="/$language/my-work" params={{ language }}>
          {word('nav.my-work')}
        </Link>
      </p>
    );
  }
  const names = listed.map((code) => [code, nameOf(code)] as const);
  const options = revises ? [[nation, word('target-change.nation')] as const, ...names] : names;
  const symbol = isPercent(verdict.unit) ? '%' : symbolOf(verdict.unit, language);
  return (
    <form
      className="staff-form change-form"
      onSubmit={(event) => {
        event.preventDefault();
        void propose();
      }}
    >
      <p className="remark">{word('target-change.explained')}</p>
      <Select label={word('target-change.for')} value={area} set={setArea} options={options} />
      <Field
        label={word('target-change.limit', { unit: symbol })}
        value={given.limit}
        set={field('limit')}
        required={true}
      />
      <Field label={word('target-change.from')} type="date" value={given.from} set={field('from')} required={true} />
      <Field label={word('target-change.due')} type="date" value={given.due} set={field('due')} />
      <Field label={word('target-change.source')} value={given.source} set={field('source')} />
      <Field label={word('drafts.reason')} value={given.reason} set={field('reason')} required={true} />
      {error === null ? null : <ProblemText error={error} />}
      <p className="acts">
        <button type="submit" className="main-act" disabled={waiting || !ready}>
          {word('target-change.propose')}
        </button>
      </p>
    </form>
  );
}
