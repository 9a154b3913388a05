import type { Definition } from '@zhiheng/indicators';
import { Tabs } from '../frame/Tabs.js';
import { useWords } from '../words/words.js';
import { DefinitionFacts } from './DefinitionFacts.js';
import type { FigureState } from './figure-state.js';
import { SourceFacts } from './SourceFacts.js';

export interface MadeBlockProps {
  readonly definition: Definition;
  readonly sql: string | null;
  readonly tab: FigureState['made'];
  readonly set: (change: FigureState) => void;
}

/** How the figure is made: definition, SQL, source. */
export function MadeBlock({ definition, sql, tab, set }: MadeBlockProps) {
  const { word } = useWords();
  const tabs = [
    { name: 'definition' as const, label: word('made.definition') },
    ...(sql === null ? [] : [{ name: 'sql' as const, label: 'SQL' }]),
    { name: 'source' as const, label: word('made.source') },
  ];
  const current = tabs.find(({ name }) => name === tab)?.name ?? 'definition';
  return (
    <section className="block" id="made">
      <h2>{word('block.made')}</h2>
      <Tabs label={word('block.made')} tabs={tabs} current={current} choose={(made) => set({ made })}>
        {current === 'definition' ? <DefinitionFacts definition={definition} /> : null}
        {current === 'sql' && sql !== null ? (
          <section className="code" aria-label="SQL">
            <pre>{sql}</pre>
          </section>
        ) : null}
        {current === 'source' ? <SourceFacts definition={definition} /> : null}
      </Tabs>
    </section>
  );
}
