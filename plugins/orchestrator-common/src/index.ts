/**
 * The orchestrator's API for everyone who uses it: contract, client, permissions, and the fold from events to state.
 *
 * @packageDocumentation
 */
export * from './events';
export * from './taskKey';
export {
  emptyInstance,
  foldEvents,
  foldInstance,
  type InstanceState,
  type TaskCall,
  type TaskRetry,
  type TaskState,
} from './foldInstance';
