import { GAP, LINE_GAP } from './GraphLayout';
import { packIntervals, type Interval } from './packIntervals';

/** The level part of a wire in the space between two rows. */
export interface Stretch extends Interval {
  readonly edgeId: string;
  /** Of its label; 0 for a bare line. */
  readonly height: number;
  /** Where it comes from above. */
  readonly sourceX: number;
  /** Whether it runs from there to the left. */
  readonly isLeftward: boolean;
}

/** The space between two rows, as high as its lines and labels need. */
export interface Channel {
  readonly height: number;
  /** By edge: how far below the upper end of the channel its line runs. */
  readonly lines: ReadonlyMap<string, number>;
}

/** @param least - height that the channel has even without lines */
export function measureChannel(
  stretches: readonly Stretch[],
  least: number,
): Channel {
  if (stretches.length === 0) return { height: least, lines: new Map() };
  const sorted = [...stretches].sort(byCrossings);
  const tracks = packIntervals(sorted, LINE_GAP);
  const heights = trackHeights(sorted, tracks);
  const middles = middlesOf(heights);
  return {
    height: GAP + sum(heights) + LINE_GAP * (heights.length - 1),
    lines: new Map(
      sorted.map(({ edgeId }, index) => [edgeId, middles[tracks[index]]]),
    ),
  };
}

/** The upper tracks go to those that would else cross others: of lines to one side, the outermost first. */
function byCrossings(one: Stretch, other: Stretch): number {
  if (one.isLeftward !== other.isLeftward) return one.isLeftward ? -1 : 1;
  return one.isLeftward
    ? one.sourceX - other.sourceX
    : other.sourceX - one.sourceX;
}

function trackHeights(
  stretches: readonly Stretch[],
  tracks: readonly number[],
): readonly number[] {
  const heights: number[] = [];
  stretches.forEach(({ height }, index) => {
    const track = tracks[index];
    heights[track] = Math.max(heights[track] ?? 0, height);
  });
  return heights;
}

function middlesOf(heights: readonly number[]): readonly number[] {
  let top = GAP / 2;
  return heights.map(height => {
    const middle = top + Math.floor(height / 2);
    top += height + LINE_GAP;
    return middle;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
