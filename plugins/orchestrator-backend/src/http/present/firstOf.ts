/** As many of a long list as one answer has, and how many it leaves out. */
export interface FirstOf<Item> {
  readonly items: Item[];
  readonly leftOut: number;
}

/** The first items, at most `most`; the others are only counted. */
export function firstOf<Item>(
  items: Iterable<Item>,
  most: number,
): FirstOf<Item> {
  const first: Item[] = [];
  let leftOut = 0;
  for (const item of items) {
    if (first.length < most) first.push(item);
    else leftOut += 1;
  }
  return { items: first, leftOut };
}
