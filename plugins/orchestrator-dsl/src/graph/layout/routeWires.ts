import { measureChannel, type Channel, type Stretch } from './Channel';
import { groupBy } from './groupBy';
import { GAP, LINE_GAP } from './GraphLayout';
import { packIntervals } from './packIntervals';
import type { Wire } from './Wire';

/** A stretch of the axis from left to right. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** Which way the wires of a container take between and beside its rows. */
export interface Wiring {
  /** How far labels and lines reach. */
  readonly extent: Extent;
  /** Channel `n` is above row `n`; the last one is below the last row. */
  readonly channels: readonly Channel[];
  /** By edge: where wires that pass by rows run up or down beside them. */
  readonly gutters: ReadonlyMap<string, number>;
}

/** @param rows - how far the rows reach */
export function routeWires(
  wires: readonly Wire[],
  rows: Extent,
  rowCount: number,
): Wiring {
  const content = wires.reduce(
    (extent, wire) => joined(extent, labelExtent(wire)),
    rows,
  );
  const gutters = new Map([
    ...guttersOf(wires, 'back', track => content.left - GAP - track),
    ...guttersOf(wires, 'skip', track => content.right + GAP + track),
  ]);
  return {
    extent: joined(content, extentOf([...gutters.values()])),
    channels: channelsOf(wires, gutters, rowCount),
    gutters,
  };
}

/** Where a label stands on the first level part of its wire. */
export function labelExtent(wire: Wire): Extent | undefined {
  const { label, way, sourceX, targetX } = wire;
  if (!label) return undefined;
  const { width } = label;
  const left = {
    down: Math.round((sourceX + targetX - width) / 2),
    skip: sourceX + LINE_GAP,
    back: sourceX - LINE_GAP - width,
  }[way];
  return { left, right: left + width };
}

function joined(one: Extent, other: Extent | undefined): Extent {
  if (!other) return one;
  return {
    left: Math.min(one.left, other.left),
    right: Math.max(one.right, other.right),
  };
}

function extentOf(places: readonly number[]): Extent | undefined {
  if (places.length === 0) return undefined;
  return { left: Math.min(...places), right: Math.max(...places) };
}

function guttersOf(
  wires: readonly Wire[],
  way: Wire['way'],
  xOf: (offset: number) => number,
): readonly (readonly [string, number])[] {
  const own = wires.filter(wire => wire.way === way);
  const spans = own.map(({ source, target }) => ({
    from: Math.min(source.row + 1, target.row),
    to: Math.max(source.row + 1, target.row),
  }));
  const tracks = packIntervals(spans, 1);
  return own.map(({ edgeId }, index) => [
    edgeId,
    xOf(tracks[index] * LINE_GAP),
  ]);
}

function channelsOf(
  wires: readonly Wire[],
  gutters: ReadonlyMap<string, number>,
  rowCount: number,
): readonly Channel[] {
  const stretches = wires.flatMap(wire =>
    stretchesOf(wire, gutters.get(wire.edgeId)),
  );
  const byChannel = groupBy(stretches, ({ channel }) => channel);
  return Array.from({ length: rowCount + 1 }, (_, index) => {
    const isOuter = index === 0 || index === rowCount;
    return measureChannel(byChannel.get(index) ?? [], isOuter ? 0 : GAP);
  });
}

type PlacedStretch = Stretch & { readonly channel: number };

/** One for a wire to the next row, unless it runs straight down; else one from its source and one to its target. */
function stretchesOf(
  wire: Wire,
  gutter: number | undefined,
): readonly PlacedStretch[] {
  const { source, target, sourceX, targetX } = wire;
  const label = labelExtent(wire);
  if (gutter === undefined) {
    if (sourceX === targetX && !label) return [];
    const group = groupOf(wire, 'out') ?? groupOf(wire, 'in');
    return [stretch(wire, target.row, sourceX, targetX, group, label)];
  }
  return [
    stretch(wire, source.row + 1, sourceX, gutter, groupOf(wire, 'out'), label),
    stretch(wire, target.row, gutter, targetX, groupOf(wire, 'in')),
  ];
}

function stretch(
  { edgeId, label: size }: Wire,
  channel: number,
  fromX: number,
  toX: number,
  group: string | undefined,
  label?: Extent,
): PlacedStretch {
  const line = { left: Math.min(fromX, toX), right: Math.max(fromX, toX) };
  const { left, right } = joined(line, label);
  return {
    edgeId,
    channel,
    from: left,
    to: right,
    group,
    height: label && size ? size.height : 0,
    sourceX: fromX,
    isLeftward: toX < fromX,
  };
}

/** Bare lines that all leave or all arrive at one point may run as one. */
function groupOf(
  { label, source, target }: Wire,
  side: 'out' | 'in',
): string | undefined {
  const { id, isPoint } = side === 'out' ? source : target;
  return isPoint && !label ? `${side} ${id}` : undefined;
}
