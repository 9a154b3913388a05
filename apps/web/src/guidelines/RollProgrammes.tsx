import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ProgrammeRow, ReviewAnswer } from '@zhiheng/office';
import { guidelinesKey, programmesQuery } from '../api/guideline-queries.js';
import { send } from '../api/send.js';
import { AskedAct } from '../staff/AskedAct.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { useWords } from '../words/words.js';

/** The programmes in force, each of which can be made the draft of the year after it. */
export function RollProgrammes() {
  const { word, own, language } = useWords();
  const { data, error, refetch } = useQuery(programmesQuery());
  const navigate = useNavigate();
  const queries = useQueryClient();
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  const roll = async ({ id }: ProgrammeRow) => {
    const { draft } = await send<ReviewAnswer>('POST', `programmes/${encodeURIComponent(id)}/roll`);
    await queries.invalidateQueries({ queryKey: [guidelinesKey] });
    await navigate({ to: '/$language/guidelines/$draft', params: { language, draft }, search: { show: undefined } });
  };
  return (
    <section className="block">
      <h2>{word('guidelines.programmes')}</h2>
      <p className="remark">{word('guidelines.roll.explained')}</p>
      {data === undefined ? <Skeleton rows={2} /> : null}
      <ul className="lines">
        {(data ?? []).map((programme) => (
          <li key={programme.id}>
            <span>
              {own(programme.names)} <span className="unit">{programme.id}</span>
            </span>
            <AskedAct
              label={word('guidelines.roll', { year: String(programme.year + 1) })}
              of={programme.id}
              act={() => roll(programme)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
