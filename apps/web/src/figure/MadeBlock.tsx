import type { IndicatorAnswer } from '@zhiheng/office';
import { Tabs } from '../frame/Tabs.js';
import { useWords } from '../words/words.js';
import { DefinitionFacts } from './DefinitionFacts.js';
import type { FigureState } from './figure-state.js';
import { SourceFacts } from './SourceFacts.js';
import { SqlPanel } from './SqlPanel.js';

export interface MadeBlockProps {
  readonly answer: IndicatorAnswer;
  readonly tab: FigureState['made'];
  readonly set: (change: FigureState) => void;
}

/** How the figure is made: its definition beside its SQL, the text it rests on, and the file it stands in. */
export function MadeBlock({ answer, tab, set }: MadeBlockProps) {
  const { word } = useWords();
  const { definition } = answer;
  const tabs = [
    { name: 'definition' as const, label: word('made.definition') },
    { name: 'source' as const, label: word('made.source') },
    { name: 'file' as const, label: word('definition.file') },
  ];
  const current = tab ?? 'definition';
  return (
    <section className="block" id="made">
      <h2>{word('block.made')}</h2>
      <Tabs label={word('block.made')} tabs={tabs} current={current} choose={(made) => set({ made })}>
        {current === 'definition' ? (
          <div className={answer.sql === null ? undefined : 'beside'}>
            <div>
              <DefinitionFacts definition={definition} />
            </div>
            <SqlPanel answer={answer} />
          </div>
        ) : null}
        {current === 'source' ? <SourceFacts definition={definition} /> : null}
        {current === 'file' ? (
          <>
            <p className="unit">{definition.file}</p>
            <section className="code" aria-label={definition.file}>
              <pre>{definition.text}</pre>
            </section>
            <p className="hash unit">SHA-256 {definition.hash}</p>
          </>
        ) : null}
      </Tabs>
    </section>
  );
}
