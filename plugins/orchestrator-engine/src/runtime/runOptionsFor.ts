import type {
  ExpressionEvaluator,
  WorkflowDefinition,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { EngineError } from '../EngineError';
import type { RuntimeInfo } from '../interpreter/Run';
import { DEFAULT_RUN_LIMITS, type RunLimits } from '../interpreter/RunLimits';
import type { RunWorkflowOptions } from '../interpreter/runWorkflow';
import { AUTH_TOKENS } from '../interpreter/secrets';
import type { AuthTokens } from './secrets/AuthTokens';
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

/** What a run is given when it begins, and keeps: a replay on a deployment with others must decide as before. */
export interface Given {
  readonly runtime: RuntimeInfo;
  readonly limits: RunLimits;
}

/** What runs are given that begin now. */
export function givenNow({
  runtime,
  limits,
}: Pick<RunMeans, 'runtime' | 'limits'>): Given {
  return { runtime, limits: { ...DEFAULT_RUN_LIMITS, ...limits } };
}

/**
 * What a definition is run with: of the secrets only those that it names.
 *
 * @param authTokens - asked for when the definition names them; default: there are none
 * @throws {@link EngineError} `STORE_UNAVAILABLE`
 */
export async function runOptionsFor(
  definition: WorkflowDefinition,
  { expressions, secrets: source }: RunMeans,
  authTokens: () => Promise<AuthTokens | undefined> = async () => undefined,
): Promise<
  Pick<RunWorkflowOptions, 'definition' | 'expressions'> & {
    readonly secrets: SecretValues;
  }
> {
  const isNamed = definition.secrets?.includes(AUTH_TOKENS);
  const tokens = isNamed ? await authTokens() : undefined;
  const secrets = {
    ...(await namedSecrets(definition, source)),
    ...(tokens && { [AUTH_TOKENS]: tokens }),
  };
  return { definition, expressions, secrets };
}

/** @throws {@link EngineError} `STORE_UNAVAILABLE`: what keeps the secrets may answer later */
async function secretsNow(
  source: SecretSource,
  asked: Parameters<SecretSource['secretsFor']>[0],
): Promise<SecretValues> {
  try {
    return await source.secretsFor(asked);
  } catch (cause) {
    const message = `The secrets of workflow ${asked.workflowId} cannot be read now`;
    throw new EngineError('STORE_UNAVAILABLE', message, { cause });
  }
}

async function namedSecrets(
  { id: workflowId, secrets = [] }: WorkflowDefinition,
  source: SecretSource | undefined,
): Promise<SecretValues> {
  const names = secrets.filter(name => name !== AUTH_TOKENS);
  if (!source || names.length === 0) return {};
  const values = await secretsNow(source, { workflowId, names });
  return Object.fromEntries(
    names
      .filter(name => Object.hasOwn(values, name))
      .map(name => [name, values[name]]),
  );
}
