import { useQueryClient } from '@tanstack/react-query';
import type { VintageAnswer, VintageShown } from '@zhiheng/office';
import { recordsKey } from '../../api/data-queries.js';
import { send } from '../../api/send.js';
import { ReasonedAct } from '../../definitions/ReasonedAct.js';
import { useWords } from '../../words/words.js';

const acts = {
  propose: { step: 'publish', label: 'vintages.propose', explained: 'vintages.propose.explained', main: true },
  'propose-again': {
    step: 'publish',
    label: 'vintages.propose-again',
    explained: 'vintages.propose.explained',
    main: true,
  },
  sign: { step: 'sign', label: 'vintages.sign', explained: 'vintages.sign.explained', main: true },
  return: { step: 'return', label: 'vintages.return', explained: 'vintages.return.explained', main: false },
  withdraw: { step: 'withdraw', label: 'vintages.withdraw', explained: 'vintages.withdraw.explained', main: false },
} as const;
const names = Object.keys(acts) as (keyof typeof acts)[];

/** What whoever looks may do with a vintage now: propose it, sign what another proposed, give it back or take it back. */
export function VintageActs({ vintage }: { readonly vintage: VintageAnswer }) {
  const { word } = useWords();
  const queries = useQueryClient();
  const possible = names.filter((name) => vintage.acts.includes(name));
  if (possible.length === 0) return <span className="unit">–</span>;
  const carryOut = async (step: string, reason: string) => {
    const version = vintage.proposal === null ? {} : { version: vintage.proposal.version };
    const path = `vintages/${encodeURIComponent(vintage.vintage)}/${step}`;
    const shown = await send<VintageShown>('POST', path, { reason, ...version });
    await queries.invalidateQueries({ queryKey: [recordsKey] });
    return shown;
  };
  return (
    <div className="vintage-acts">
      {possible.map((name) => (
        <ReasonedAct
          key={name}
          label={word(acts[name].label)}
          explained={word(acts[name].explained)}
          main={acts[name].main}
          act={(reason) => carryOut(acts[name].step, reason)}
        />
      ))}
    </div>
  );
}
