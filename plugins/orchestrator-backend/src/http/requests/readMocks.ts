import type { components } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Mock } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { readJson } from './readJson';

type Mocks = components['schemas']['Mocks'];

/** What calls answer instead of being made, by the pointer of their task. */
export function readMocks(mocks: Mocks = {}): {
  readonly [pointer: string]: Mock;
} {
  return Object.fromEntries(
    Object.entries(mocks).map(([pointer, mock]) => [pointer, readMock(mock)]),
  );
}

function readMock({ output, outputs, error, events }: Mocks[string]): Mock {
  return {
    ...(output !== undefined && { output: readJson(output) }),
    outputs: outputs?.map(readJson),
    error,
    events: events?.map(event => ({ ...event, data: readJson(event.data) })),
  };
}
