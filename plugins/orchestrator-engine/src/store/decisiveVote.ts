import type { ApprovalTerms, Vote } from './ApprovalStore';

/**
 * The vote by which an approval is decided: of the first decision the one that makes the number, of any other one the first.
 *
 * @param votes - in the order in which they were made
 * @returns `undefined` as long as it is not decided
 */
export function decisiveVote(
  { decisions: [pass], required }: ApprovalTerms,
  votes: readonly Vote[],
): Vote | undefined {
  const other = votes.find(({ decision }) => decision !== pass);
  const passing = votes.filter(({ decision }) => decision === pass);
  return other ?? passing[required - 1];
}
