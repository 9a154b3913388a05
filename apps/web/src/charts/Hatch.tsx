import { ink } from './ink.js';
import { textWidth } from './text-width.js';

/** The hatched band with the word for synthetic data, inside the picture so that a saved copy keeps it. */
export function HatchBand(props: { readonly id: string; readonly width: number; readonly word: string }) {
  return (
    <g>
      <defs>
        <pattern id={props.id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill={ink.paper} />
          <rect width="2" height="6" fill={ink.hatch} />
        </pattern>
      </defs>
      <rect width={props.width} height="18" fill={`url(#${props.id})`} />
      <rect x="8" width={textWidth(props.word) + 12} height="18" fill={ink.paper} />
      <text x="14" y="13.5" fontSize="12" fill={ink.now}>
        {props.word}
      </text>
    </g>
  );
}
