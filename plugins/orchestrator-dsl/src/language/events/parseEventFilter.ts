import { parseRegex } from '../../expressions/jq/regex/RegexParser';
import { RegexSyntaxError } from '../../expressions/jq/regex/RegexTree';
import {
  parseExpression,
  parseSingleValue,
  parseTemplate,
  readWholeExpression,
} from '../parseExpression';
import type { ParseScope } from '../ParseScope';
import type { SourceNode } from '../source/SourceNode';
import type { EventCondition, EventFilter } from '../WorkflowDefinition';
import { parseEventAttributes } from './parseEventAttributes';

/** Reads which events are meant (DSL reference, "Event Filter"). @internal */
export function parseEventFilter(
  node: SourceNode,
  scope: ParseScope,
): EventFilter {
  return node.object(
    filter => ({
      with: filter.required('with', attributes =>
        parseConditions(attributes, scope),
      ),
      correlate:
        filter.optional('correlate', correlations =>
          parseCorrelations(correlations, scope),
        ) ?? [],
    }),
    'a filter of events (an object with `with`)',
  );
}

function parseConditions(
  node: SourceNode,
  scope: ParseScope,
): EventFilter['with'] {
  if (node.isObject() && node.members.length === 0) {
    const message = 'a filter of events needs at least one attribute';
    node.report({ code: 'INVALID_VALUE', message });
  }
  return parseEventAttributes(node, ({ value }) =>
    parseCondition(value, scope),
  );
}

/**
 * Reads what an attribute must be. Text that is one `${ … }` is an expression on the attribute. Other text is a regular
 * expression when something stands in it that neither a name, a URI nor a time has; else it means itself: the dots of
 * `com.example.order` are dots.
 */
function parseCondition(node: SourceNode, scope: ParseScope): EventCondition {
  const expression = readWholeExpression(node, scope);
  if (expression !== undefined) return { kind: 'expression', expression };
  const value = parseTemplate(node, scope);
  if (typeof value !== 'string' || !isPattern(value)) {
    return { kind: 'literal', value };
  }
  reportPattern(node, value);
  return { kind: 'pattern', pattern: value };
}

/** Anchors, `.*` and `.+`, `|`, `\`, or a class of characters. */
const PATTERN = /^\^|\$$|\.[*+]|[|\\]|\[[^\]]+\]/;

function isPattern(text: string): boolean {
  return !text.includes('${') && PATTERN.test(text);
}

function reportPattern(node: SourceNode, pattern: string): void {
  try {
    parseRegex(pattern, { ignoreCase: false, dotAll: false, extended: false });
  } catch (error) {
    if (!(error instanceof RegexSyntaxError)) throw error;
    const message = `\`${pattern}\` is not a regular expression: ${error.message}`;
    node.report({ code: 'INVALID_PATTERN', message });
  }
}

function parseCorrelations(
  node: SourceNode,
  scope: ParseScope,
): EventFilter['correlate'] {
  if (!node.isObject()) node.reportType('an object of named correlations');
  return node.members.map(({ name, value }) =>
    value.object(correlation => ({
      name,
      from: correlation.required('from', from => parseExpression(from, scope)),
      expect: correlation.optional('expect', expect =>
        parseSingleValue(expect, scope),
      ),
    })),
  );
}
