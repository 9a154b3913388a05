/** Where a node stands in a picture of 360 by 360. */
export interface NodePlace {
  readonly x: number;
  readonly y: number;
}

export const networkSize = 360;
const middle = networkSize / 2;
/** Rings around the core and how many nodes have room on each, 26 apart. */
const rings = [
  { radius: 150, room: 36 },
  { radius: 100, room: 23 },
] as const;
/** Nodes that are drawn beside the core. */
export const mostNodes = rings.reduce((sum, { room }) => sum + room, 0);

/** The core in the middle, the others on rings around it, the first at the top. */
export function networkPlaces(ids: readonly string[], core: string | null): ReadonlyMap<string, NodePlace> {
  const others = ids.filter((id) => id !== core).slice(0, mostNodes);
  const places = new Map<string, NodePlace>();
  if (core !== null) places.set(core, { x: middle, y: middle });
  let from = 0;
  for (const { radius, room } of rings) {
    const own = others.slice(from, from + room);
    for (const [index, id] of own.entries()) {
      const angle = (index / own.length) * 2 * Math.PI - Math.PI / 2;
      places.set(id, { x: middle + radius * Math.cos(angle), y: middle + radius * Math.sin(angle) });
    }
    from += room;
  }
  return places;
}
