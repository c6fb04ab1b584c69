import type {
  ExpressionEvaluator,
  WorkflowDefinition,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { RuntimeInfo } from '../interpreter/Run';
import type { RunLimits } from '../interpreter/RunLimits';
import type { RunWorkflowOptions } from '../interpreter/runWorkflow';
import type { SecretSource, SecretValues } from './secrets/SecretSource';

/** What a deployment gives to all runs. @public */
export interface RunMeans {
  readonly expressions: ExpressionEvaluator;
  /** `$runtime` of expressions. */
  readonly runtime: RuntimeInfo;
  /** Without one no secret is available. */
  readonly secrets?: SecretSource;
  /** Default: those of {@link DEFAULT_RUN_LIMITS}. */
  readonly limits?: Partial<RunLimits>;
}

/** What a definition is run with: of the secrets only those that it names. */
export async function runOptionsFor(
  definition: WorkflowDefinition,
  { expressions, runtime, limits, secrets: source }: RunMeans,
): Promise<
  Omit<RunWorkflowOptions, 'host' | 'start' | 'secrets'> & {
    readonly secrets: SecretValues;
  }
> {
  const secrets = await namedSecrets(definition, source);
  return { definition, expressions, runtime, limits, secrets };
}

async function namedSecrets(
  { id: workflowId, secrets: names = [] }: WorkflowDefinition,
  source: SecretSource | undefined,
): Promise<SecretValues> {
  if (!source || names.length === 0) return {};
  const values = await source.secretsFor({ workflowId, names });
  return Object.fromEntries(
    names
      .filter(name => Object.hasOwn(values, name))
      .map(name => [name, values[name]]),
  );
}
