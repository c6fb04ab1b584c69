import type { ExpressionEvaluator } from '../expressions/ExpressionEvaluator';
import { createTaskListParser } from './createTaskListParser';
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
import { NO_COMPONENTS, parseUse } from './parseUse';
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
}

/**
 * Parses a workflow definition: YAML or JSON text of the Serverless Workflow DSL 1.0.
 *
 * Never throws for any text. Each fault is one problem at the line and column of the key or value to mend. Legal
 * parts of the language that are not supported yet are problems of the code `UNSUPPORTED`.
 *
 * @public
 */
export function parseWorkflow(
  text: string,
  { fallbackName, expressions }: ParseOptions = {},
): ParseResult {
  const log = new ProblemLog();
  const { root, isWhole } = readSource(text, log);
  const definition = isWhole ? parseRoot(root, log, expressions) : undefined;
  return {
    definition: log.errorCount === 0 ? definition : undefined,
    document: readableDocument(root, fallbackName),
    problems: log.sorted(),
  };
}

function parseRoot(
  root: SourceNode | undefined,
  log: ProblemLog,
  evaluator: ExpressionEvaluator | undefined,
): WorkflowDefinition | undefined {
  if (!root || root.json === null) {
    const message = 'the text holds no workflow; it needs `document` and `do`';
    log.add(START, { code: 'MISSING_PROPERTY', message });
    return undefined;
  }
  if (reportUnsupportedVersion(root)) return undefined;
  const scope: ParseScope = {
    evaluator,
    variables: RUNTIME_ARGUMENTS.workflow,
    components: NO_COMPONENTS,
    siblings: { kind: 'branches' },
    parseTasks: createTaskListParser(log),
  };
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
  workflow.unsupported('schedule');
  workflow.optional('evaluate', parseEvaluate);
  const components = workflow.optional('use', node => parseUse(node, base));
  const scope = { ...base, components: components ?? NO_COMPONENTS };
  const taskScope = withVariables(scope, RUNTIME_ARGUMENTS.task);
  const document = workflow.required('document', parseDocument);
  return {
    id: workflowId(document.namespace, document.name),
    document,
    input: workflow.optional('input', node => parseInput(node, scope)),
    output: workflow.optional('output', node => parseOutput(node, scope)),
    timeout: workflow.optional('timeout', node => parseTimeout(node, scope)),
    do: workflow.required('do', node => scope.parseTasks(node, taskScope)),
    raw: workflow.node.json,
  };
}

/** Reads `evaluate` (DSL reference, "Evaluate"): jq in strict mode, which is the default, is all there is. */
function parseEvaluate(node: SourceNode): void {
  node.object(evaluate => {
    evaluate.optional('language', language => requireText(language, 'jq'));
    evaluate.optional('mode', mode => requireText(mode, 'strict'));
  });
}

function requireText(node: SourceNode, supported: string): void {
  const text = node.text();
  if (!node.isText() || text === supported) return;
  const message = `\`${text}\` is not supported yet; use \`${supported}\``;
  node.report({ code: 'UNSUPPORTED', message });
}
