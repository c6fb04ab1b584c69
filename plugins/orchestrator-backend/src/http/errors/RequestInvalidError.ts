import { InputError } from '@backstage/errors';
import {
  listFaults,
  type Fault,
} from '@stagecraft/backstage-plugin-orchestrator-engine';

/** The request is malformed: it must be changed before it is sent again. */
export class RequestInvalidError extends InputError {
  /** @param faults - with pointers into the request, e.g. `/body/paginationInfo/pageSize` */
  constructor(readonly faults: readonly Fault[]) {
    super(`The request is not valid: ${listFaults(faults)}`);
    this.name = 'InputError';
  }
}
