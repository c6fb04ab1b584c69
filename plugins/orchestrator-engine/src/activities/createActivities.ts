import { A2aActivity } from './a2a/A2aActivity';
import { Activities } from './Activities';
import { AsyncApiActivity } from './asyncapi/AsyncApiActivity';
import { AuthenticatedHttp } from './authentication/AuthenticatedHttp';
import { DocumentActivity } from './documents/DocumentActivity';
import { Documents } from './documents/Documents';
import { FunctionActivity } from './functions/FunctionActivity';
import { OfferedFunctions } from './functions/OfferedFunctions';
import { GrpcActivity } from './grpc/GrpcActivity';
import { GuardedHttp, type GuardedHttpOptions } from './egress/GuardedHttp';
import { HttpActivity } from './http/HttpActivity';
import { ContainerActivity } from './process/ContainerActivity';
import type {
  ContainerOptions,
  ScriptOptions,
  ShellOptions,
} from './process/ProcessOptions';
import { ScriptActivity } from './process/ScriptActivity';
import { ShellActivity } from './process/ShellActivity';
import { McpActivity, type McpOptions } from './mcp/McpActivity';
import { OpenApiActivity } from './openapi/OpenApiActivity';

/** What a deployment lets its workflows do. @public */
export interface ActivitiesOptions {
  /** The gate through which all HTTP goes. */
  readonly http: GuardedHttpOptions;
  readonly run?: RunOptions;
  readonly mcp?: McpOptions;
  /** What `call` finds besides the functions of definitions and their catalogs. Default: none. */
  readonly functions?: OfferedFunctions;
}

/** Which programs workflows may run. @public */
export interface RunOptions {
  /** `run: script`. Default: as {@link ScriptOptions} has it; `false`: never. */
  readonly script?: ScriptOptions | false;
  /** `run: shell`. Default: never. */
  readonly shell?: ShellOptions;
  /** `run: container`. Default: never. */
  readonly container?: ContainerOptions;
}

/** All means to carry out effects, and how to let go of them. @public */
export interface DeployedActivities {
  readonly activities: Activities;
  /** Closes all connections. */
  close(): Promise<void>;
}

/** The means of a deployment to carry out effects: what its options allow. @public */
export function createActivities(
  options: ActivitiesOptions,
): DeployedActivities {
  const guarded = new GuardedHttp(options.http);
  const http = new AuthenticatedHttp({ http: guarded });
  const documents = new Documents({ http });
  const { script = {}, shell, container } = options.run ?? {};
  const { functions = new OfferedFunctions() } = options;
  const { timeoutMs } = guarded;
  const asyncApi = new AsyncApiActivity({ http, documents });
  const containers = container && new ContainerActivity(container);
  return {
    activities: new Activities({
      http: new HttpActivity(http),
      a2a: new A2aActivity({ http, documents }),
      mcp: new McpActivity({ ...options.mcp, http }),
      asyncapi: asyncApi,
      grpc: new GrpcActivity({ http, documents }),
      function: new FunctionActivity({ functions, timeoutMs }),
      openapi: new OpenApiActivity({ http, documents }),
      document: new DocumentActivity({ documents, http }),
      ...(script && { script: new ScriptActivity({ ...script, documents }) }),
      ...(shell && { shell: new ShellActivity(shell) }),
      ...(containers && { container: containers }),
    }),
    async close() {
      containers?.close();
      await asyncApi.close();
      await guarded.close();
    },
  };
}
