import type { Operation } from '../../Operation';
import { getInstanceHistory } from './getInstanceHistory';

/** Pages through the event log of an instance, under the address of its stream. */
export const getInstanceEvents: Operation<'getInstanceEvents'> = context =>
  getInstanceHistory(context);
