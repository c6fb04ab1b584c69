import type {
  components,
  ErrorDetails,
  TaskState,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Instance } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type {
  InstanceDetails,
  InstanceItem,
} from '../../service/instances/InstanceService';
import { shownTasks } from '../../service/instances/shownTasks';
import { humanDuration } from './humanDuration';
import { presentResult } from './presentResult';
import { objectOf } from './objectOf';
import { processStateOf } from './processState';

type Schemas = components['schemas'];

/** An instance in a list: without its nodes and data. */
export function presentProcessInstance({
  instance,
  workflowName,
}: InstanceItem): Schemas['ProcessInstanceDTO'] {
  return {
    id: instance.id,
    processId: instance.workflowId,
    processName: workflowName,
    version: instance.workflowVersion,
    state: processStateOf(instance.status),
    status: instance.status,
    because: instance.because,
    ...presentTimes(instance),
    initiatorEntity: instance.initiator,
    targetEntity: instance.targetEntity,
    error: instance.error && presentError(instance.error),
    nodes: [],
  };
}

/** An instance with its nodes and data. */
export function presentProcessInstanceDetails(
  details: InstanceDetails,
): Schemas['ProcessInstanceDTO'] {
  const { state, input, output } = details;
  const nodes = shownTasks(state.tasks).map(presentNode);
  const nodesLeftOut = state.tasks.length - nodes.length;
  return {
    ...presentProcessInstance(details),
    workflowdata: {
      ...objectOf(input),
      result: output === undefined ? undefined : presentResult(output),
    },
    nodes,
    ...(nodesLeftOut > 0 && { nodesLeftOut }),
  };
}

function presentTimes({ createdAt, endedAt }: Instance) {
  return {
    start: new Date(createdAt).toISOString(),
    ...(endedAt !== undefined && {
      end: new Date(endedAt).toISOString(),
      duration: humanDuration(endedAt - createdAt),
    }),
  };
}

function presentNode(task: TaskState): Schemas['NodeInstanceDTO'] {
  const { key, ref, name, kind, startedAt, endedAt, error } = task;
  return {
    __typename: 'NodeInstance',
    id: key,
    nodeId: key,
    definitionId: ref,
    name,
    type: kind,
    enter: startedAt,
    exit: endedAt,
    errorMessage: error && messageOf(error),
  };
}

function presentError(error: ErrorDetails): Schemas['ProcessInstanceErrorDTO'] {
  return {
    __typename: 'ProcessInstanceError',
    nodeDefinitionId: error.instance ?? '',
    message: messageOf(error),
  };
}

function messageOf({ title, detail, type }: ErrorDetails): string {
  return [title, detail].filter(Boolean).join(': ') || type;
}
