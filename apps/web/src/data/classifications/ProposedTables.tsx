import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ClassificationComparison, ClassificationRow, TableProposalRow } from '@zhiheng/office';
import { useState } from 'react';
import { proposedTablesQuery, recordsKey } from '../../api/data-queries.js';
import { send } from '../../api/send.js';
import { ReasonedAct } from '../../definitions/ReasonedAct.js';
import { ProblemText } from '../../staff/FaultText.js';
import { TimeText } from '../../staff/TimeText.js';
import { useAct } from '../../staff/useAct.js';
import { ErrorState } from '../../states/ErrorState.js';
import { useWords } from '../../words/words.js';
import { ComparisonView } from './ComparisonView.js';

const acts = {
  accept: { label: 'own-table.accept', explained: 'own-table.accept.explained', main: true },
  return: { label: 'own-table.return', explained: 'own-table.return.explained', main: false },
  withdraw: { label: 'own-table.withdraw', explained: 'own-table.withdraw.explained', main: false },
} as const;
const names = Object.keys(acts) as (keyof typeof acts)[];

/** Own tables that wait for a second person, each with what it would change and what whoever looks may do; nothing where none waits. */
export function ProposedTables({ tables }: { readonly tables: readonly ClassificationRow[] }) {
  const { word } = useWords();
  const { data, error, refetch } = useQuery(proposedTablesQuery());
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined || data.length === 0) return null;
  return (
    <section className="block proposed-tables" aria-label={word('own-table.proposed')}>
      <h2>{word('own-table.proposed')}</h2>
      {data.map((proposal) => (
        <ProposedTable key={proposal.proposal} proposal={proposal} tables={tables} />
      ))}
    </section>
  );
}

interface ProposedTableProps {
  readonly proposal: TableProposalRow;
  readonly tables: readonly ClassificationRow[];
}

function ProposedTable({ proposal, tables }: ProposedTableProps) {
  const { word, own } = useWords();
  const queries = useQueryClient();
  const { waiting, error, run } = useAct();
  const [compared, setCompared] = useState<ClassificationComparison | null>(null);
  const { table, tableVersion, file, version, loadedBy, loadedAt } = proposal;
  const known = tables.find(({ id }) => id === table);
  const carryOut = async (step: string, reason: string) => {
    const path = `classifications/${encodeURIComponent(table)}/${step}`;
    const done = await send<TableProposalRow>('POST', path, { reason, version });
    await queries.invalidateQueries({ queryKey: [recordsKey] });
    return done;
  };
  const compare = async () => {
    const body = { a: { id: table }, b: { id: table, proposed: true } };
    setCompared((await run(() => send<ClassificationComparison>('POST', 'classifications/compare', body))) ?? null);
  };
  return (
    <div>
      <p>
        {known === undefined ? null : `${own(known.names)} `}
        <code>{table}</code> {word('own-table.proposed-by', { by: loadedBy, version: tableVersion, file })}{' '}
        <span className="unit">
          <TimeText time={loadedAt} />
        </span>
        {proposal.reason === null ? null : <q className="given-reason">{proposal.reason}</q>}
      </p>
      <div className="choices">
        <button type="button" disabled={waiting} onClick={() => void compare()}>
          {word('own-table.compare')}
        </button>
        {names
          .filter((name) => proposal.acts.includes(name))
          .map((name) => (
            <ReasonedAct
              key={name}
              label={word(acts[name].label)}
              explained={word(acts[name].explained)}
              main={acts[name].main}
              act={(reason) => carryOut(name, reason)}
            />
          ))}
      </div>
      {error === null ? null : <ProblemText error={error} />}
      {compared === null ? null : <ComparisonView comparison={compared} />}
    </div>
  );
}
