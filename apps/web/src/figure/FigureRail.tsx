import { useEffect, useId, useState } from 'react';
import { useWords } from '../words/words.js';
import { AreaChoice, KindChoice, SourceChoice, StatisticChoice } from './choices.js';
import { dimensionsOf } from './dimensions.js';
import type { FigureView } from './figure-view.js';
import { PeriodChoice } from './PeriodChoice.js';

/** The width from which the rail stands open beside the page. */
const wide = '(min-width: 900px)';

/** What is shown, and the parts of the page. Folds; on a narrow page it opens from the bar at the bottom. */
export function FigureRail({ view }: { readonly view: FigureView }) {
  const { word } = useWords();
  const id = useId();
  const [open, setOpen] = useState(() => window.matchMedia(wide).matches);
  useEffect(() => {
    const query = window.matchMedia(wide);
    const follow = () => setOpen(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return (
    <aside className={open ? 'rail' : 'rail folded'} aria-label={word('rail.label')}>
      <button
        type="button"
        className="rail-fold"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {word('rail.label')}
      </button>
      <div id={id} className="rail-content" hidden={!open}>
        <SourceChoice view={view} />
        <AreaChoice view={view} />
        <PeriodChoice view={view} />
        <KindChoice view={view} />
        <StatisticChoice view={view} />
        <nav className="contents" aria-label={word('rail.contents')}>
          <ul>
            <li>
              <a href="#trend">{word('block.trend')}</a>
            </li>
            <li>
              <a href="#regions">{word('block.regions')}</a>
            </li>
            {view.definition.kind === 'duration' && view.choice.source.origin === 'computed' ? (
              <li>
                <a href="#lengths">{word('block.lengths')}</a>
              </li>
            ) : null}
            {dimensionsOf(view.definition, view.choice.source).length === 0 ? null : (
              <li>
                <a href="#breakdowns">{word('block.breakdowns')}</a>
              </li>
            )}
            <li>
              <a href="#made">{word('block.made')}</a>
            </li>
            <li>
              <a href="#made-of">{word('block.made-of')}</a>
            </li>
          </ul>
        </nav>
      </div>
    </aside>
  );
}
