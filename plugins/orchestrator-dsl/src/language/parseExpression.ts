import { ExpressionSyntaxError } from '../expressions/ExpressionEvaluator';
import { memberNames } from '../expressions/jq/memberNames';
import {
  splitTemplateText,
  wholeExpression,
} from '../expressions/templateText';
import { undeclaredSecret } from './authentication/parseSecrets';
import { jqHint } from './jqHints';
import type { ParseScope } from './ParseScope';
import type { SourceNode } from './source/SourceNode';
import type { Expression, Json, Template } from './WorkflowDefinition';

/** Reads a field whose text is always jq, with or without `${ }` around it. @internal */
export function parseExpression(
  node: SourceNode,
  scope: ParseScope,
): Expression {
  const text = node.text('a jq expression (text)');
  if (!node.isText()) return '';
  return checkingSyntax(node, () => {
    const expression = wholeExpression(text) ?? text.trim();
    checkExpression(node, expression, scope);
    return expression;
  });
}

/** Reads a field in whose strings only `${ … }` is jq. @internal */
export function parseTemplate(node: SourceNode, scope: ParseScope): Template {
  for (const { value } of node.members) parseTemplate(value, scope);
  if (node.isArray()) {
    for (const item of node.items()) parseTemplate(item, scope);
  }
  if (typeof node.json === 'string') checkText(node, node.json, scope);
  return node.json;
}

/** Reads `from` or `as`: text is jq, an object is a template. @internal */
export function parseFilter(node: SourceNode, scope: ParseScope): Template {
  if (node.isObject()) return parseTemplate(node, scope);
  if (node.isText()) return parseExpression(node, scope);
  node.reportType('a jq expression (text) or an object');
  return null;
}

/** Reads text that may hold `${ … }`. @internal */
export function parseTextTemplate(
  node: SourceNode,
  scope: ParseScope,
  expected?: string,
): Template {
  const text = node.text(expected);
  if (node.isText()) checkText(node, text, scope);
  return text;
}

/** Reads an object with any members, or an expression of one. @internal */
export function parseObjectTemplate(
  node: SourceNode,
  scope: ParseScope,
): Template {
  if (!node.isObject() && !isComputed(node.json)) {
    node.reportType('an object or an expression `${ … }`');
  }
  return parseTemplate(node, scope);
}

/** Reads an object whose members are single values, or an expression of such an object. @internal */
export function parseFields(node: SourceNode, scope: ParseScope): Template {
  node.members.forEach(({ value }) => requireSingleValue(value));
  return parseObjectTemplate(node, scope);
}

/** Reads text, a number, true or false, or an expression of one. @internal */
export function parseSingleValue(
  node: SourceNode,
  scope: ParseScope,
): Template {
  requireSingleValue(node);
  return parseTemplate(node, scope);
}

/** Reads text that is one `${ … }`; `undefined` for anything else. @internal */
export function readWholeExpression(
  node: SourceNode,
  scope: ParseScope,
): Expression | undefined {
  if (!isComputed(node.json)) return undefined;
  const text = node.json.trim();
  return checkingSyntax(node, () => wholeExpression(text) ?? '') === ''
    ? undefined
    : parseExpression(node, scope);
}

/** Reads a list of single values, or an expression of such a list. @internal */
export function parseValues(node: SourceNode, scope: ParseScope): Template {
  if (node.isArray()) node.items().forEach(requireSingleValue);
  else if (!isComputed(node.json)) {
    node.reportType('a list or an expression `${ … }`');
  }
  return parseTemplate(node, scope);
}

function requireSingleValue(node: SourceNode): void {
  if (node.isObject() || node.isArray() || node.json === null) {
    node.reportType('text, a number, true or false');
  }
}

/** Reads a whole number from 0, or an expression of one. @internal */
export function parseCount(node: SourceNode, scope: ParseScope): Template {
  return isComputed(node.json) ? parseTextTemplate(node, scope) : node.count();
}

/** Whether a value is text with a `${` in it. @internal */
export function isComputed(value: Json): value is string {
  return typeof value === 'string' && value.includes('${');
}

function checkText(node: SourceNode, text: string, scope: ParseScope): void {
  if (!isComputed(text)) return;
  checkingSyntax(node, () => {
    for (const part of splitTemplateText(text)) {
      if (part.kind === 'expression') checkExpression(node, part.text, scope);
    }
    return text;
  });
}

/** @throws ExpressionSyntaxError */
function checkExpression(
  node: SourceNode,
  expression: string,
  scope: ParseScope,
): void {
  if (expression === '') {
    throw new ExpressionSyntaxError('an expression is expected');
  }
  scope.evaluator?.compile(expression, { variables: scope.variables });
  if (expression.includes('$secrets')) reportSecrets(node, expression, scope);
}

function reportSecrets(
  node: SourceNode,
  expression: string,
  { components: { secrets } }: ParseScope,
): void {
  for (const name of memberNames(expression, 'secrets')) {
    if (!secrets.includes(name)) node.report(undeclaredSecret(name, secrets));
  }
}

/** Runs `check`; jq's complaint becomes a problem of the node. */
function checkingSyntax(node: SourceNode, check: () => string): string {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof ExpressionSyntaxError)) throw error;
    const hint = typeof node.json === 'string' ? jqHint(node.json) : undefined;
    node.report({
      code: 'EXPRESSION_SYNTAX',
      message: `not a jq expression: ${error.message}${
        hint ? `; ${hint}` : ''
      }`,
    });
    return '';
  }
}
