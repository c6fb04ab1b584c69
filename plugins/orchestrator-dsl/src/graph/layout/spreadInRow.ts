/** Something that wants to stand somewhere in a row. */
export interface RowItem {
  /** Where its centre wants to be. */
  readonly wanted: number;
  readonly width: number;
}

interface Block {
  /** Mean place of its members, each moved back by its distance from the first. */
  mean: number;
  size: number;
}

/**
 * Centres of items that stand in this order without overlapping, as near as can be to where they want to be: the sum of the
 * squares of what they are off is least.
 */
export function spreadInRow(
  items: readonly RowItem[],
  gap: number,
): readonly number[] {
  const distances = distancesFromFirst(items, gap);
  const blocks: Block[] = [];
  items.forEach(({ wanted }, index) => {
    let block = { mean: wanted - distances[index], size: 1 };
    for (
      let last = blocks.at(-1);
      last && last.mean > block.mean;
      last = blocks.at(-1)
    ) {
      block = joined(last, block);
      blocks.pop();
    }
    blocks.push(block);
  });
  const places = blocks.flatMap(({ mean, size }) => Array(size).fill(mean));
  return distances.map((distance, index) =>
    Math.round(places[index] + distance),
  );
}

function joined(left: Block, right: Block): Block {
  const size = left.size + right.size;
  return {
    mean: (left.mean * left.size + right.mean * right.size) / size,
    size,
  };
}

/** How far each centre is at least from the first one's. */
function distancesFromFirst(
  items: readonly RowItem[],
  gap: number,
): readonly number[] {
  let distance = 0;
  return items.map(({ width }, index) => {
    if (index > 0) {
      distance += Math.ceil((items[index - 1].width + width) / 2) + gap;
    }
    return distance;
  });
}
