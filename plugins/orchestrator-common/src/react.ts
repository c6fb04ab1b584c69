/**
 * The orchestrator's API in React: hooks over the client, on TanStack Query. Needs a `QueryClientProvider` above it.
 *
 * @packageDocumentation
 */
export {
  ORCHESTRATOR_QUERIES,
  useExecuteWorkflow,
  useInstance,
  useInstances,
  useWorkflow,
  useWorkflows,
} from './react/queries';
export { useLiveInstances, type LiveInstances } from './react/useLiveInstances';
export {
  useWatchInstance,
  type FollowedInstance,
} from './react/useWatchInstance';
export type {
  InstanceConnection,
  WatchedInstance,
} from './react/watchedInstance';
