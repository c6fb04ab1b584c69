import type { PaginationInfoDTO } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Fault } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { RequestInvalidError } from '../errors/RequestInvalidError';

/** As many items as a page can have. */
export const MAX_PAGE_SIZE = 1_000;
const MAX_OFFSET = 2 ** 31 - 1;

/** Which page of a list. */
export interface Page {
  readonly limit?: number;
  readonly offset: number;
}

/**
 * Reads which page is wanted.
 *
 * @throws {@link RequestInvalidError} the numbers are not whole, or too large
 */
export function readPage({ pageSize, offset }: PaginationInfoDTO = {}): Page {
  const faults = [
    ...wholeNumberFaults('pageSize', pageSize, MAX_PAGE_SIZE),
    ...wholeNumberFaults('offset', offset, MAX_OFFSET),
  ];
  if (faults.length > 0) throw new RequestInvalidError(faults);
  return { limit: pageSize, offset: offset ?? 0 };
}

function wholeNumberFaults(
  name: string,
  value: number | undefined,
  max: number,
): readonly Fault[] {
  if (value === undefined) return [];
  if (Number.isInteger(value) && value >= 0 && value <= max) return [];
  const message = `must be a whole number from 0 to ${max}`;
  return [{ pointer: `/body/paginationInfo/${name}`, message }];
}
