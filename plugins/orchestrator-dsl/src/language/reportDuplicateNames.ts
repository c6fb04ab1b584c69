import type { ProblemCode } from './ProblemCode';
import type { SourceMember } from './source/SourceNode';

/** Reports those members of a list that have the name of one before. @internal */
export function reportDuplicateNames(
  members: readonly SourceMember[],
  what: string,
  code: ProblemCode = 'DUPLICATE_NAME',
): void {
  if (members.length < 2) return;
  const seen = new Set<string>();
  for (const { name, value } of members) {
    if (seen.has(name)) {
      const message = `there is another ${what} \`${name}\` in this list; rename one`;
      value.reportAtKey({ code, message });
    }
    seen.add(name);
  }
}
