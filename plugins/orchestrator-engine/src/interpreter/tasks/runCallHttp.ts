import type {
  CallHttpTask,
  Json,
  Template,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { parse } from 'uri-template';
import { fill } from '../expressions';
import { perform, type Routine } from '../routine';
import type { BodyResult, Evaluation, TaskRun } from '../Run';
import { standardError } from '../WorkflowError';

/** DSL reference, "HTTP Call". */
export function* runCallHttp(
  { with: request }: CallHttpTask,
  { key, on }: TaskRun,
): Routine<BodyResult> {
  const output = yield* perform({
    kind: 'http',
    id: `${key}:call`,
    taskKey: key,
    method: textOf(request.method, on, 'method').toUpperCase(),
    uri: uriOf(request.endpoint, on),
    headers: headersOf(request.headers, on),
    query: objectOf(request.query, on, 'query'),
    ...(request.body !== undefined && { body: fill(request.body, on) }),
    output: request.output,
    redirect: request.redirect,
  });
  return { output };
}

/** An expression gives the URI as it is; other text is a URI template over the input's scalar members. */
function uriOf(endpoint: Template, on: Evaluation): string {
  const text = textOf(endpoint, on, 'endpoint');
  const isTemplate = typeof endpoint === 'string' && !endpoint.includes('${');
  return isTemplate ? parse(text).expand(scalarsOf(on.input)) : text;
}

function scalarsOf(input: Json): Record<string, string> {
  if (input === null || typeof input !== 'object' || Array.isArray(input))
    return {};
  return Object.fromEntries(
    Object.entries(input)
      .filter(([, value]) => value !== null && typeof value !== 'object')
      .map(([name, value]) => [name, String(value)]),
  );
}

function headersOf(template: Template | undefined, on: Evaluation) {
  return Object.fromEntries(
    Object.entries(objectOf(template, on, 'headers'))
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, asText(value)]),
  );
}

function objectOf(
  template: Template | undefined,
  on: Evaluation,
  what: string,
): { readonly [name: string]: Json } {
  if (template === undefined) return {};
  const value = fill(template, on);
  if (isObject(value)) return value;
  throw standardError(
    'expression',
    `${what} must give an object, got ${asText(value)}`,
  );
}

function textOf(template: Template, on: Evaluation, what: string): string {
  const value = fill(template, on);
  if (typeof value === 'string' && value !== '') return value;
  throw standardError(
    'expression',
    `${what} must give a text, got ${asText(value)}`,
  );
}

function asText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isObject(value: Json): value is { readonly [name: string]: Json } {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
