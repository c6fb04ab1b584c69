import type { ExpressionEvaluator } from '../expressions/ExpressionEvaluator';
import type { Capabilities } from './Capabilities';
import { parseInput, parseOutput } from './parseDataFlow';
import {
  parseDocument,
  readableDocument,
  reportUnsupportedVersion,
  workflowId,
} from './parseDocument';
import {
  RUNTIME_ARGUMENTS,
  withVariables,
  type ParseScope,
} from './ParseScope';
import { parseTimeout } from './parseTimeout';
import { NOTHING_USED, parseUse } from './parseUse';
import { rootScope } from './rootScope';
import { parseSchedule, reportTimeZone } from './schedule/parseSchedule';
import type { ObjectReader } from './source/ObjectReader';
import { ProblemLog } from './source/ProblemLog';
import { readSource } from './source/readSource';
import type { SourceNode } from './source/SourceNode';
import { START } from './source/SourceTreeBuilder';
import type { ParseResult, WorkflowDefinition } from './WorkflowDefinition';

/** How to parse a definition. @public */
export interface ParseOptions {
  /** `document.name` of the result when the text has none that can be read, e.g. the file's name. */
  readonly fallbackName?: string;
  /** Compiles every expression to find its faults; without one only `${` and `}` are matched. */
  readonly expressions?: ExpressionEvaluator;
  /** What the definition may need; without it everything is allowed. */
  readonly capabilities?: Capabilities;
}

/**
 * Parses a workflow definition: YAML or JSON text of the Serverless Workflow DSL 1.0.
 *
 * Never throws for any text. Each fault is one problem at the line and column of the key or value to mend.
 *
 * @public
 */
export function parseWorkflow(
  text: string,
  options: ParseOptions = {},
): ParseResult {
  const log = new ProblemLog();
  const { root, isWhole } = readSource(text, log);
  const definition = isWhole ? parseRoot(root, log, options) : undefined;
  return {
    definition: log.errorCount === 0 ? definition : undefined,
    document: readableDocument(root, options.fallbackName),
    problems: log.sorted(),
  };
}

/**
 * Reads a definition from a tree of its values; of a broken one only the problems are of use.
 *
 * @internal
 */
export function parseRoot(
  root: SourceNode | undefined,
  log: ProblemLog,
  options: ParseOptions,
): WorkflowDefinition | undefined {
  if (!root || root.json === null) {
    const message = 'the text holds no workflow; it needs `document` and `do`';
    log.add(START, { code: 'MISSING_PROPERTY', message });
    return undefined;
  }
  if (reportUnsupportedVersion(root)) return undefined;
  const scope = rootScope(log, options);
  return root.object(
    workflow => parseDefinition(workflow, scope),
    'a workflow (an object with `document` and `do`)',
  );
}

function parseDefinition(
  workflow: ObjectReader,
  base: ParseScope,
): WorkflowDefinition {
  workflow.tolerateUnknown();
  const used =
    workflow.optional('use', node => parseUse(node, base)) ?? NOTHING_USED;
  const scope = { ...base, components: used.components };
  const taskScope = withVariables(scope, RUNTIME_ARGUMENTS.task);
  const document = workflow.required('document', parseDocument);
  if (workflow.has('schedule')) {
    reportTimeZone(workflow.node.member('document'));
  }
  return {
    id: workflowId(document.namespace, document.name),
    document,
    functions: used.functions,
    extensions: used.extensions,
    secrets: used.secrets,
    input: workflow.optional('input', node => parseInput(node, scope)),
    output: workflow.optional('output', node => parseOutput(node, scope)),
    timeout: workflow.optional('timeout', node => parseTimeout(node, scope)),
    schedule: workflow.optional('schedule', node => parseSchedule(node, scope)),
    evaluation: workflow.optional('evaluate', parseEvaluate),
    do: workflow.required('do', node => scope.parseTasks(node, taskScope)),
    raw: workflow.node.json,
  };
}

/** Reads `evaluate` (DSL reference, "Evaluate"); jq is the only language. */
function parseEvaluate(
  node: SourceNode,
): WorkflowDefinition['evaluation'] | undefined {
  return node.object(evaluate => {
    evaluate.optional('language', requireJq);
    return evaluate.optional('mode', mode => mode.oneOf(['strict', 'loose']));
  });
}

function requireJq(node: SourceNode): void {
  const language = node.text();
  if (!node.isText() || language === 'jq') return;
  const message = `expressions in \`${language}\` cannot be evaluated; use \`jq\``;
  node.report({ code: 'UNSUPPORTED', message });
}
