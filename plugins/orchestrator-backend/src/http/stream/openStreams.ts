/** The metric of live streams: the only one that is not the engine's. */
export const OPEN_STREAMS = {
  name: 'orchestrator.streams.open',
  kind: 'up-down counter',
  unit: '{stream}',
  description: 'Live streams that are open in this process',
  attributes: [],
} as const;
