import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MyWorkAnswer, TargetProposalRow } from '@zhiheng/office';
import { send } from '../api/send.js';
import { ReasonedAct } from '../definitions/ReasonedAct.js';
import { limitText } from '../overview/limit-text.js';
import { TimeText } from '../staff/TimeText.js';
import { useWords } from '../words/words.js';

type Row = MyWorkAnswer['targetChanges'][number];

const acts = {
  accept: { label: 'target-change.accept', explained: 'target-change.accept.explained', main: true },
  return: { label: 'target-change.return', explained: 'target-change.return.explained', main: false },
} as const;
const names = Object.keys(acts) as (keyof typeof acts)[];

/** Limits of targets that another person proposed, with what held before; whoever proposed one cannot accept it. */
export function TargetChanges({ changes }: { readonly changes: readonly Row[] }) {
  const { word } = useWords();
  if (changes.length === 0) return null;
  return (
    <section className="block" id="target-changes">
      <h2>{word('my-work.target-changes')}</h2>
      <ul className="lines">
        {changes.map((change) => (
          <li key={change.id}>
            <ChangeLine change={change} />
            <ChangeActs change={change} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ChangeLine({ change }: { readonly change: Row }) {
  const words = useWords();
  const { word, own, language } = words;
  const { programme, target, area, names, areaNames, before, limit, kind, unit, from, due, source, reason } = change;
  const text = (value: number) =>
    kind === null ? String(value) : limitText(words, { limit: value, kind, unit, direction: null, decimals: 0 });
  return (
    <span>
      <Link
        className="opens"
        to="/$language/targets/$programme/$target"
        params={{ language, programme, target }}
        search={area === null ? {} : { area }}
      >
        {programme} · {target} · {own(names)}
      </Link>{' '}
      {areaNames === null ? null : <>{own(areaNames)} </>}
      <strong>
        {before === null ? word('target.not-set') : text(before)} → {text(limit)}
      </strong>{' '}
      {word('target-change.from-day', { from })}
      {due === null ? null : <> {word('target.due', { day: due })}</>}{' '}
      {source === null ? null : <span className="document-number">{source}</span>}{' '}
      <span className="unit">
        {word('proposals.by', { person: change.proposedBy })} <TimeText time={change.proposedAt} />
      </span>
      <q className="given-reason">{reason}</q>
    </span>
  );
}

function ChangeActs({ change: { id, version, acts: possible } }: { readonly change: Row }) {
  const { word } = useWords();
  const queries = useQueryClient();
  const carryOut = async (step: string, reason: string) => {
    const path = `target-changes/${encodeURIComponent(id)}/${step}`;
    const done = await send<TargetProposalRow>('POST', path, { reason, version });
    await queries.invalidateQueries();
    return done;
  };
  return (
    <span className="acts">
      {names
        .filter((act) => possible.includes(act))
        .map((act) => (
          <ReasonedAct
            key={act}
            label={word(acts[act].label)}
            explained={word(acts[act].explained)}
            main={acts[act].main}
            act={(reason) => carryOut(act, reason)}
          />
        ))}
    </span>
  );
}
