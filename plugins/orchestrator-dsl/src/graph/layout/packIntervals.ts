/** A stretch that needs a track for itself; those of one group may lie upon each other. */
export interface Interval {
  readonly from: number;
  readonly to: number;
  readonly group?: string;
}

/** @returns for each interval the number of its track, from 0; no two on a track come nearer than `gap` */
export function packIntervals(
  intervals: readonly Interval[],
  gap: number,
): readonly number[] {
  const keys = intervals.map(({ group }, index) => group ?? index);
  const wholes = new Map<string | number, Interval>();
  keys.forEach((key, index) => {
    wholes.set(key, union(wholes.get(key), intervals[index]));
  });
  const tracks: Interval[][] = [];
  const trackOf = new Map(
    [...wholes].map(([key, whole]) => [key, claimTrack(tracks, whole, gap)]),
  );
  return keys.map(key => trackOf.get(key)!);
}

function union(known: Interval | undefined, added: Interval): Interval {
  if (!known) return added;
  const from = Math.min(known.from, added.from);
  return { from, to: Math.max(known.to, added.to) };
}

function claimTrack(
  tracks: Interval[][],
  wanted: Interval,
  gap: number,
): number {
  const areApart = ({ from, to }: Interval) =>
    to + gap <= wanted.from || wanted.to + gap <= from;
  const free = tracks.findIndex(track => track.every(areApart));
  const track = free < 0 ? tracks.push([]) - 1 : free;
  tracks[track].push(wanted);
  return track;
}
