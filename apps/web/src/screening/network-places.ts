/** Where a node stands, from the middle of the picture. */
export interface NodePlace {
  readonly x: number;
  readonly y: number;
}

export interface NetworkPlaces {
  readonly places: ReadonlyMap<string, NodePlace>;
  /** Half of the width and height of the picture. */
  readonly reach: number;
}

/** The outer ring and the one within, with how many nodes have room on each, 26 apart. */
const rings = [
  { radius: 150, room: 36 },
  { radius: 100, room: 23 },
] as const;
const [leastRadius, apart, nodeRoom] = [72, 26, 20] as const;
/** Nodes that are drawn beside the core. */
export const mostNodes = rings.reduce((sum, { room }) => sum + room, 0);

/** The core in the middle, the others on rings around it, the first at the top; the fewer there are, the smaller. */
export function networkPlaces(ids: readonly string[], core: string | null): NetworkPlaces {
  const others = ids.filter((id) => id !== core).slice(0, mostNodes);
  const places = new Map<string, NodePlace>();
  if (core !== null) places.set(core, { x: 0, y: 0 });
  const [outer] = rings;
  const radius = Math.min(outer.radius, Math.max(leastRadius, (others.length * apart) / (2 * Math.PI)));
  let from = 0;
  for (const ring of rings) {
    const own = others.slice(from, from + ring.room);
    const away = ring === outer ? radius : ring.radius;
    for (const [index, id] of own.entries()) {
      const angle = (index / own.length) * 2 * Math.PI - Math.PI / 2;
      places.set(id, { x: away * Math.cos(angle), y: away * Math.sin(angle) });
    }
    from += ring.room;
  }
  return { places, reach: radius + nodeRoom };
}

/** A link as a path: straight from the core, bent around it between others. */
export function linkPath(one: NodePlace, other: NodePlace): string {
  const round = (value: number) => value.toFixed(1);
  const start = `M${round(one.x)} ${round(one.y)}`;
  const end = `${round(other.x)} ${round(other.y)}`;
  if ((one.x === 0 && one.y === 0) || (other.x === 0 && other.y === 0)) return `${start} L${end}`;
  const [x, y] = [(one.x + other.x) / 2, (one.y + other.y) / 2];
  const [across, down] = [other.x - one.x, other.y - one.y];
  return `${start} Q${round(x - down * 0.35)} ${round(y + across * 0.35)} ${end}`;
}
