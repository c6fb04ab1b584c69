import {
  parseEntityRef,
  stringifyEntityRef,
  type CompoundEntityRef,
} from '@backstage/catalog-model';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type {
  CallOptions,
  InstanceState,
  Json,
  OrchestratorApi,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  askOrchestrator,
  WorkflowRunAbandonedError,
  WorkflowRunFailedError,
  WorkflowRunTimeoutError,
} from '../errors';
import {
  createOrchestratorApi,
  type ActionServices,
} from './createOrchestratorApi';
import { examples } from './createRunWorkflowAction.examples';
import { requireRunnable } from './requireRunnable';
import { StepRuns } from './StepRuns';

const workflowsUrl = '/orchestrator/workflows';
const defaultTimeoutSeconds = 3600;
const weekInSeconds = 7 * 24 * 3600;

/**
 * `orchestrator:workflow:run`: runs a workflow as the one who started the template and links to the instance.
 *
 * With `wait` the step lasts until the run has ended, and fails when the run does. Trying the step again, e.g. after the
 * scaffolder was restarted, goes on with the same instance; only when it waits, and that one has failed or was cancelled, it runs a
 * new one.
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

      const request = {
        workflowId,
        parameters,
        targetEntity: target && stringifyEntityRef(target),
      };
      const instanceId = await new StepRuns(ctx, request).current(
        async idempotencyKey => {
          const started = api.executeWorkflow(
            { ...request, idempotencyKey },
            call,
          );
          return (await askOrchestrator(started)).id;
        },
        async id => Boolean(wait) && hasFailed(api, id, call),
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
        throw new WorkflowRunFailedError(instance, instanceUrl);
      }
      ctx.logger.info(`The workflow "${workflowId}" has completed`);
    },
  });
}

/** Whether there is nothing to wait for any more; a failed run that somebody has retried goes on. */
async function hasFailed(
  api: OrchestratorApi,
  instanceId: string,
  call: CallOptions,
): Promise<boolean> {
  const { status } = await askOrchestrator(
    api.getInstance({ instanceId }, call),
  );
  return status === 'failed' || status === 'cancelled';
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
    const page = pageOfInstance(run.instanceId);
    if (signal?.aborted) {
      throw new WorkflowRunAbandonedError(run.workflowId, page);
    }
    if (!deadline.aborted) throw error;
    throw new WorkflowRunTimeoutError(run.workflowId, timeoutSeconds, page);
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
