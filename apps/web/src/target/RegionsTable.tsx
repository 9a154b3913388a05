import type { TargetAnswer } from '@zhiheng/office';
import { useWords } from '../words/words.js';
import { VerdictTable } from './VerdictTable.js';

/** The target as regions set it for themselves, each judged on its own values. */
export function RegionsTable(props: { readonly regions: TargetAnswer['regions']; readonly programme: string }) {
  const { word, own } = useWords();
  const { regions, programme } = props;
  return (
    <section className="block" id="regions">
      <h2>{word('target.block.regions')}</h2>
      {regions.length === 0 ? (
        <p className="empty-line">{word('target.no-regions')}</p>
      ) : (
        <VerdictTable
          head={word('column.area')}
          programme={programme}
          rows={regions.map(({ area, names, verdict }) => ({
            key: area,
            name: own(names),
            verdict,
            remark: (
              <span className="owners">
                {' '}
                {[verdict.setBy?.document, verdict.setBy?.reason && own(verdict.setBy.reason)]
                  .filter(Boolean)
                  .join(word('list.comma'))}
              </span>
            ),
          }))}
        />
      )}
    </section>
  );
}
