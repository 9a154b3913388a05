import { ink, steps } from '../../charts/ink.js';

const dark = steps[4]?.fill ?? ink.now;

/** Solid for full, stripes for partial, dots for maturing: told apart without colour. */
export function CoverageFills({ id }: { readonly id: string }) {
  const plain = { width: 6, height: 6, patternUnits: 'userSpaceOnUse' } as const;
  return (
    <defs>
      <pattern id={`${id}-full`} {...plain}>
        <rect width="6" height="6" fill={dark} />
      </pattern>
      <pattern id={`${id}-partial`} {...plain} patternTransform="rotate(45)">
        <rect width="6" height="6" fill={ink.paper} />
        <rect width="2" height="6" fill={dark} />
      </pattern>
      <pattern id={`${id}-maturing`} {...plain}>
        <rect width="6" height="6" fill={ink.paper} />
        <circle cx="3" cy="3" r="1.2" fill={dark} />
      </pattern>
    </defs>
  );
}
