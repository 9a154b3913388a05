import type { Definition } from '@zhiheng/indicators';
import { useWords } from '../words/words.js';
import { madeParts } from './made-parts.js';
import { PartText } from './PartText.js';
import { partLabel } from './part-label.js';

/** The figures that a figure is made of, each opening its own page, and how they are put together. */
export function MadeFacts({ definition }: { readonly definition: Definition }) {
  const words = useWords();
  const { word } = words;
  const parts = madeParts(definition);
  if (parts.length === 0) return null;
  return (
    <>
      <dt>{word('definition.made-by')}</dt>
      <dd>
        {definition.kind === 'derived' ? <code>{definition.formula}</code> : null}
        {definition.kind === 'growth' ? word('definition.growth', { years: definition.years }) : null}
        {definition.kind === 'ratio'
          ? word(definition.per === 1 ? 'definition.ratio' : 'definition.ratio-per', { per: definition.per })
          : null}
      </dd>
      {parts.map((made) => (
        <div key={made.name} className="fact">
          <dt>{partLabel(words, made.name)}</dt>
          <dd>
            <PartText made={made} />
          </dd>
        </div>
      ))}
    </>
  );
}
