import {
  validateValue,
  type Json,
  type JsonSchema,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { standardError } from '../../interpreter/WorkflowError';
import type { ActivityCall } from '../ActivityExecutor';

/** What an offered function is told besides its input. @public */
export interface FunctionContext extends ActivityCall {
  /** Of the instance that calls. */
  readonly instanceId: string;
  readonly taskKey: string;
}

/** A function that a deployment has for its workflows, called by `call: <name>`. @public */
export interface OfferedFunction {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  /** What it takes. Absent: anything. */
  readonly inputSchema?: JsonSchema;
  /** What it gives. Absent: anything. */
  readonly outputSchema?: JsonSchema;
  /**
   * May reject: with a `WorkflowError` for an error that workflows can tell by its type, with any other for a `runtime` error.
   * Ends soon after `context.signal` aborts.
   */
  execute(input: Json, context: FunctionContext): Promise<Json>;
}

/** The functions of a deployment. @public */
export class OfferedFunctions {
  readonly #byName = new Map<string, OfferedFunction>();

  constructor(functions: readonly OfferedFunction[] = []) {
    functions.forEach(one => this.add(one));
  }

  /** @throws Error when there is one of that name */
  add(offered: OfferedFunction): void {
    if (this.#byName.has(offered.name)) {
      throw new Error(`There are two functions of the name ${offered.name}`);
    }
    this.#byName.set(offered.name, offered);
  }

  /** All of them, by name. */
  list(): readonly OfferedFunction[] {
    return [...this.#byName.values()].sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  }

  /**
   * The output of a function; both it and the input fit the function's schemas.
   *
   * @throws WorkflowError `configuration` when there is none of that name, `validation` when a value does not fit
   */
  async call(
    name: string,
    input: Json,
    context: FunctionContext,
  ): Promise<Json> {
    const offered = this.#byName.get(name);
    if (!offered) throw this.#unknown(name);
    requireFit(`The input of ${name}`, offered.inputSchema, input);
    const output = await offered.execute(input, context);
    requireFit(`The output of ${name}`, offered.outputSchema, output);
    return output;
  }

  #unknown(name: string): Error {
    const known = this.list().map(one => one.name);
    return standardError(
      'configuration',
      `This deployment has no function ${name}; ${
        known.length > 0 ? `it has ${known.join(', ')}` : 'it has none'
      }`,
    );
  }
}

function requireFit(
  what: string,
  schema: JsonSchema | undefined,
  value: Json,
): void {
  if (schema === undefined) return;
  const violations = validateValue(schema, value);
  if (violations.length === 0) return;
  const faults = violations.map(({ pointer, message }) =>
    pointer ? `${pointer} ${message}` : message,
  );
  throw standardError(
    'validation',
    `${what} is not valid: ${faults.join('; ')}`,
  );
}
