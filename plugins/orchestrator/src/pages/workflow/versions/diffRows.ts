import { diffLines } from 'diff';

/** A line of two texts that are compared, or the place of lines that are the same and left out. */
export type DiffRow =
  | {
      readonly kind: 'same' | 'added' | 'removed';
      readonly text: string;
      /** Its number in the older text, if it has it. */
      readonly before?: number;
      /** Its number in the newer text, if it has it. */
      readonly after?: number;
    }
  | { readonly kind: 'omitted'; readonly count: number; readonly key: string };

type Line = Exclude<DiffRow, { kind: 'omitted' }>;

/** How many lines around a change are shown. */
const AROUND = 3;

/** The lines of two texts, changed ones marked; of what is the same only the lines around changes, unless all is wanted. */
export function diffRows(
  before: string,
  after: string,
  wantsAll: boolean,
): readonly DiffRow[] {
  const lines = linesOf(before, after);
  return wantsAll ? lines : withoutSame(lines);
}

function linesOf(before: string, after: string): readonly Line[] {
  const at = { before: 0, after: 0 };
  return diffLines(before, after).flatMap(({ value, added, removed }) =>
    value
      .replace(/\n$/, '')
      .split('\n')
      .map((text): Line => {
        if (added) return { kind: 'added', text, after: ++at.after };
        if (removed) return { kind: 'removed', text, before: ++at.before };
        const numbers = { before: ++at.before, after: ++at.after };
        return { kind: 'same', text, ...numbers };
      }),
  );
}

function withoutSame(lines: readonly Line[]): readonly DiffRow[] {
  const isNear = nearChanges(lines);
  const rows: DiffRow[] = [];
  lines.forEach((line, index) => {
    const last = rows.at(-1);
    if (isNear[index]) rows.push(line);
    else if (last?.kind === 'omitted') {
      rows.splice(-1, 1, { ...last, count: last.count + 1 });
    } else rows.push({ kind: 'omitted', count: 1, key: `${index}` });
  });
  return rows;
}

/** Of each line, whether a change is near it. */
function nearChanges(lines: readonly Line[]): readonly boolean[] {
  const isNear = lines.map(() => false);
  lines.forEach(({ kind }, index) => {
    if (kind !== 'same') {
      isNear.fill(true, Math.max(0, index - AROUND), index + AROUND + 1);
    }
  });
  return isNear;
}
