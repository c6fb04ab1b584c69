import { createHash } from 'node:crypto';
import {
  parseEntityRef,
  stringifyEntityRef,
  type CompoundEntityRef,
} from '@backstage/catalog-model';
import {
  createTemplateAction,
  type ActionContext,
} from '@backstage/plugin-scaffolder-node';
import type {
  CallOptions,
  ExecuteWorkflowRequest,
  InstanceState,
  Json,
  OrchestratorApi,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  askOrchestrator,
  WorkflowRunFailedError,
  WorkflowRunTimeoutError,
} from '../errors';
import {
  createOrchestratorApi,
  type ActionServices,
} from './createOrchestratorApi';
import { examples } from './createRunWorkflowAction.examples';
import { FailedAttempts } from './FailedAttempts';
import { requireRunnable } from './requireRunnable';

const workflowsUrl = '/orchestrator/workflows';
const defaultTimeoutSeconds = 3600;
const weekInSeconds = 7 * 24 * 3600;

/**
 * `orchestrator:workflow:run`: runs a workflow as the one who started the template and links to the instance.
 *
 * With `wait` the step lasts until the run has ended, and fails when the run does. Trying the step again, e.g. after the
 * scaffolder was restarted, goes on with the same instance; only after waiting for one that failed it runs a new one.
 *
 * @public
 */
export function createRunWorkflowAction(services: ActionServices) {
  return createTemplateAction({
    id: 'orchestrator:workflow:run',
    description: 'Runs a workflow, and waits for its end if asked to.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        workflow_id: z =>
          z.string().min(1).describe('The id of the workflow to run'),
        parameters: z =>
          z.record(z.any()).optional().describe("The workflow's input"),
        target_entity: z =>
          z
            .string()
            .optional()
            .describe(
              'The catalog entity that the run is for; the template itself when left out',
            ),
        wait: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Whether to wait for the end, and to fail if the run does',
            ),
        timeout_seconds: z =>
          z
            .number()
            .positive()
            .max(weekInSeconds)
            .optional()
            .describe(
              `How long to wait at most; ${defaultTimeoutSeconds} when left out`,
            ),
      },
      output: {
        instanceId: z => z.string().describe('The id of the instance'),
        instanceUrl: z => z.string().describe('The page of the instance'),
        orchestratorWorkflowsUrl: z =>
          z.string().describe('The page of all workflows'),
        catalogEntityUrl: z =>
          z
            .string()
            .optional()
            .describe('The page of the entity that the run is for'),
        status: z =>
          z
            .string()
            .optional()
            .describe('After waiting: completed, failed or cancelled'),
        result: z =>
          z.any().optional().describe("After waiting: the workflow's output"),
      },
    },
    async handler(ctx) {
      const { workflow_id: workflowId, parameters = {}, wait } = ctx.input;
      const initiator = await ctx.getInitiatorCredentials();
      const { api, token } = createOrchestratorApi(services, initiator);
      const call = { token, signal: ctx.signal };
      const target = entityRefOf(
        ctx.input.target_entity ?? ctx.templateInfo?.entityRef,
      );
      ctx.output('orchestratorWorkflowsUrl', workflowsUrl);
      if (target) ctx.output('catalogEntityUrl', pageOfEntity(target));

      if (ctx.isDryRun) {
        await requireRunnable(api, workflowId, parameters, call);
        ctx.logger.info(`The workflow "${workflowId}" takes these parameters`);
        return;
      }

      const failedAttempts = new FailedAttempts(ctx);
      const attempt = await failedAttempts.next();
      const request = {
        workflowId,
        parameters,
        targetEntity: target && stringifyEntityRef(target),
      };
      const idempotencyKey = keyOf(ctx, attempt, request);
      const { id: instanceId } = await askOrchestrator(
        api.executeWorkflow({ ...request, idempotencyKey }, call),
      );
      const instanceUrl = pageOfInstance(instanceId);
      ctx.output('instanceId', instanceId);
      ctx.output('instanceUrl', instanceUrl);
      ctx.logger.info(`The workflow "${workflowId}" runs: ${instanceUrl}`);
      if (!wait) return;

      const instance = await waitForEnd(
        api,
        { instanceId, workflowId },
        ctx.input.timeout_seconds ?? defaultTimeoutSeconds,
        call,
      );
      ctx.output('status', instance.status);
      ctx.output('result', await outputOf(api, instance, call));
      if (instance.status !== 'completed') {
        await failedAttempts.add(attempt);
        throw new WorkflowRunFailedError(instance, instanceUrl);
      }
      ctx.logger.info(`The workflow "${workflowId}" has completed`);
    },
  });
}

/** Names a run so that asking for it again does not run the workflow again; asking for another one does. */
function keyOf(
  { task, step, each }: Pick<ActionContext<{}>, 'task' | 'step' | 'each'>,
  attempt: number,
  request: ExecuteWorkflowRequest,
): string {
  const run = JSON.stringify([task.id, step?.id, each?.key, attempt, request]);
  return `scaffolder-${createHash('sha256').update(run).digest('hex')}`;
}

async function waitForEnd(
  api: OrchestratorApi,
  run: { readonly instanceId: string; readonly workflowId: string },
  timeoutSeconds: number,
  { token, signal }: CallOptions,
): Promise<InstanceState> {
  const deadline = AbortSignal.timeout(timeoutSeconds * 1000);
  try {
    return await askOrchestrator(
      api.waitForEnd(run, {
        token,
        signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      }),
    );
  } catch (error) {
    if (signal?.aborted || !deadline.aborted) throw error;
    throw new WorkflowRunTimeoutError(
      run.workflowId,
      timeoutSeconds,
      pageOfInstance(run.instanceId),
    );
  }
}

async function outputOf(
  api: OrchestratorApi,
  { id: instanceId, output }: InstanceState,
  call: CallOptions,
): Promise<Json | undefined> {
  if (!output) return undefined;
  if ('ref' in output) {
    const { ref } = output;
    return askOrchestrator(api.getPayload({ instanceId, ref }, call));
  }
  return 'value' in output ? output.value : { ...output };
}

function entityRefOf(ref: string | undefined): CompoundEntityRef | undefined {
  return ref ? parseEntityRef(ref, { defaultKind: 'component' }) : undefined;
}

function pageOfEntity({ kind, namespace, name }: CompoundEntityRef): string {
  return `/catalog/${namespace}/${kind.toLocaleLowerCase('en-US')}/${name}`;
}

function pageOfInstance(instanceId: string): string {
  return `/orchestrator/instances/${encodeURIComponent(instanceId)}`;
}
