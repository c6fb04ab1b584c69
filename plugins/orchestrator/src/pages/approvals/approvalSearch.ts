import type { ApprovalSearch } from '../../api/approvalQueries';

/** Whom approvals ask, as one chooses it. */
export const SCOPES = [
  { value: 'mine', label: 'Me' },
  { value: 'groups', label: 'My groups' },
  { value: 'all', label: 'Anybody' },
] as const;

/** How approvals stand, as one chooses it. */
export const STATES = [
  { value: 'pending', label: 'To be decided' },
  { value: 'decided', label: 'Decided' },
] as const;

/** Reads which approvals an address is about; by default all that are to be decided. */
export function readSearch(params: URLSearchParams): ApprovalSearch {
  const wanted = SCOPES.find(({ value }) => value === params.get('scope'));
  return {
    scope: wanted?.value ?? 'all',
    isPending: params.get('status') !== 'decided',
  };
}
