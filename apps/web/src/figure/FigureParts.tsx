import type { IndicatorAnswer } from '@zhiheng/office';
import { BreakdownsBlock } from './BreakdownsBlock.js';
import type { FigureView } from './figure-view.js';
import { LengthsBlock } from './LengthsBlock.js';
import { MadeBlock } from './MadeBlock.js';
import { MadeOfBlock } from './MadeOfBlock.js';
import { WasBlock } from './WasBlock.js';

/** What stands below the numbers of a figure, fetched after them: how it is told apart, made, and what it is made of. */
export function FigureParts({ view, answer }: { readonly view: FigureView; readonly answer: IndicatorAnswer }) {
  const { state, set } = view;
  return (
    <>
      <LengthsBlock view={view} />
      <BreakdownsBlock view={view} />
      <MadeBlock answer={answer} tab={state.made} set={set} />
      <MadeOfBlock view={view} />
      <WasBlock view={view} />
    </>
  );
}
