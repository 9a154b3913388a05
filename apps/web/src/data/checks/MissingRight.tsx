import { useQuery } from '@tanstack/react-query';
import type { MatrixAnswer } from '@zhiheng/office';
import { rightsQuery } from '../../api/people-queries.js';
import { roleWords } from '../../staff/people-words.js';
import { useWords } from '../../words/words.js';

/** Which right is missing for an act, and which roles have it. */
export function MissingRight({ permission }: { readonly permission: MatrixAnswer['rows'][number]['permission'] }) {
  const { word, own } = useWords();
  const { data } = useQuery(rightsQuery());
  const row = data?.rows.find((one) => one.permission === permission);
  const holders = data?.columns.filter((column, index) => column !== 'operator' && row?.outcomes[index] === 'always');
  const roles = holders?.map((holder) => word(roleWords[holder])).join(word('list.comma'));
  return (
    <p className="remark">
      {word('right.missing', { right: row === undefined ? permission : own(row.description) })}{' '}
      <code>{permission}</code> {roles ? word('right.holders', { roles }) : null}
    </p>
  );
}
