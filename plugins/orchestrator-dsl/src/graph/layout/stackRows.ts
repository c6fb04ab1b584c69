import type { Cell } from './Cell';
import type { Channel } from './Channel';

/** Rows and the channels around them, one below the other. */
export interface Stack {
  /** Upper end of each row; one more for what would be below the last. */
  readonly rowTops: readonly number[];
  readonly channelTops: readonly number[];
  readonly height: number;
}

/** Puts each row below the channel that leads to it. @param channels - one more than there are rows: the last is below them all */
export function stackRows(
  cells: readonly Cell[],
  channels: readonly Channel[],
): Stack {
  const heights = rowHeights(cells);
  const channelTops: number[] = [];
  const rowTops: number[] = [];
  let bottom = 0;
  channels.forEach(({ height }, index) => {
    channelTops.push(bottom);
    rowTops.push(bottom + height);
    bottom += height + (heights[index] ?? 0);
  });
  return { rowTops, channelTops, height: bottom };
}

function rowHeights(cells: readonly Cell[]): readonly number[] {
  const heights: number[] = [];
  for (const { row, fragment } of cells) {
    heights[row] = Math.max(heights[row] ?? 0, fragment.height);
  }
  return heights;
}
