/** Corners of the shapes behind the circle: square, triangle, diamond, pentagon. */
const corners = [0, 4, 3, 4, 5] as const;
const turns = [0, Math.PI / 4, -Math.PI / 2, 0, -Math.PI / 2] as const;
const reaches = [11, 13.5, 15, 14, 13] as const;

/** A circle, square, triangle, diamond or pentagon around a place. */
export function NodeShape({ shape, className }: { readonly shape: number; readonly className: string }) {
  const number = corners[shape] ?? 0;
  if (number === 0) return <circle r={11} className={className} />;
  const reach = reaches[shape] ?? 12;
  const points = Array.from({ length: number }, (_, index) => {
    const angle = (index / number) * 2 * Math.PI + (turns[shape] ?? 0);
    return `${(reach * Math.cos(angle)).toFixed(1)},${(reach * Math.sin(angle)).toFixed(1)}`;
  });
  return <polygon points={points.join(' ')} className={className} />;
}
