import {
  orchestratorWorkflowAdminViewPermission,
  type EventData,
  type EventType,
  type InstanceState,
  type Json,
  type OrchestratorEvent,
  type Payload,
  type RedactedPayload,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { InstanceFeed } from './InstanceFeed';
import type { HistoryPage, InstanceDetails, Progress } from './InstanceService';

/** What stands in place of a value that the reader may not see. */
const redacted: RedactedPayload = {
  redacted: true,
  permission: orchestratorWorkflowAdminViewPermission.name,
};

/** Names of the members of `Data` that hold values. */
type PayloadMember<Data> = {
  [Name in keyof Data]-?: NonNullable<Data[Name]> extends Payload
    ? Name
    : never;
}[keyof Data];

/** The compiler sees to it that no member of any event is left out. */
const members: {
  readonly [Name in {
    [T in EventType]: PayloadMember<EventData[T]>;
  }[EventType]]: true;
} = {
  input: true,
  output: true,
  request: true,
  response: true,
  event: true,
  state: true,
};

/** The same without values: the input and output of instances and tasks, requests and answers, events that came. */
export function redactEvent(event: OrchestratorEvent): OrchestratorEvent {
  return { ...event, data: withoutValues(event.data) } as OrchestratorEvent;
}

/** The same without values. */
export function redactState(state: InstanceState): InstanceState {
  return {
    ...withoutValues(state),
    tasks: state.tasks.map(task => withoutValues(task)),
  };
}

/** The same without values. */
export function redactDetails(details: InstanceDetails): InstanceDetails {
  const value: Json = { ...redacted };
  return {
    ...details,
    state: redactState(details.state),
    input: value,
    ...(details.output !== undefined && { output: value }),
  };
}

/** The same without values. */
export function redactProgress(progress: Progress): Progress {
  return { ...progress, details: redactDetails(progress.details) };
}

/** The same without values. */
export function redactHistory(page: HistoryPage): HistoryPage {
  return { ...page, items: page.items.map(redactEvent) };
}

/** The same without values. */
export function redactFeed(feed: InstanceFeed): InstanceFeed {
  return {
    ...feed,
    state: async untilSeq => redactState(await feed.state(untilSeq)),
    read: async (afterSeq, limit) =>
      (await feed.read(afterSeq, limit)).map(redactEvent),
  };
}

function withoutValues<T extends object>(data: T): T {
  const hidden = Object.keys(data)
    .filter(name => Object.hasOwn(members, name))
    .map(name => [name, redacted]);
  return hidden.length === 0
    ? data
    : { ...data, ...Object.fromEntries(hidden) };
}
