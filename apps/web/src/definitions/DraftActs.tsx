import { useQueryClient } from '@tanstack/react-query';
import type { DraftAnswer } from '@zhiheng/office';
import { indicatorQuery, indicatorsQuery } from '../api/queries.js';
import { send } from '../api/send.js';
import { AskedAct } from '../staff/AskedAct.js';
import { useWords } from '../words/words.js';
import { ReasonedAct } from './ReasonedAct.js';

export interface DraftActsProps {
  readonly draft: DraftAnswer;
  /** The text on the page is not the one that was saved. */
  readonly unsaved: boolean;
  readonly sound: boolean;
  /** The draft as an act left it. */
  readonly acted: (draft: DraftAnswer) => void;
}

/** What the reader may do with a draft now: hand in, publish, give back, withdraw. */
export function DraftActs({ draft, unsaved, sound, acted }: DraftActsProps) {
  const { word } = useWords();
  const queries = useQueryClient();
  const { acts, version, takesBack, indicator } = draft;
  const step = async (name: string, body: object = {}) => {
    const path = `definitions/drafts/${encodeURIComponent(draft.draft)}/${name}`;
    acted(await send<DraftAnswer>('POST', path, { version, ...body }));
    if (name !== 'publish') return;
    await queries.invalidateQueries({ queryKey: indicatorQuery(indicator).queryKey });
    await queries.invalidateQueries({ queryKey: indicatorsQuery().queryKey });
  };
  const may = (name: string) => acts.includes(name);
  const own = draft.state === 'submitted' && !may('publish');
  return (
    <div className="acts draft-acts">
      {may('submit') && !unsaved && sound ? (
        <AskedAct label={word('drafts.submit')} question={word('drafts.submit.asked')} act={() => step('submit')} />
      ) : null}
      {may('publish') ? (
        <ReasonedAct
          main
          label={word('drafts.publish')}
          explained={word(takesBack === null ? 'drafts.publish.explained' : 'drafts.take-back.agreed')}
          act={(reason) => step('publish', { reason })}
        />
      ) : null}
      {own ? <p className="remark">{word('drafts.waits-for-another')}</p> : null}
      {may('return') || may('decline') ? (
        <ReasonedAct
          label={word(may('decline') ? 'drafts.decline' : 'drafts.return')}
          explained={word(may('decline') ? 'drafts.decline.explained' : 'drafts.return.explained')}
          act={(reason) => step('return', { reason })}
        />
      ) : null}
      {may('withdraw') ? (
        <ReasonedAct
          label={word('drafts.withdraw')}
          explained={word('drafts.withdraw.explained')}
          act={(reason) => step('withdraw', { reason })}
        />
      ) : null}
    </div>
  );
}
