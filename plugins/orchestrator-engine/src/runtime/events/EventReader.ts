import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  ExpressionEvaluationError,
  ExpressionSyntaxError,
  type Expression,
  type ExpressionEvaluator,
  type Json,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { jsonOf } from '../../interpreter/json';
import type { EventExpectation } from '../../interpreter/DurableHost';
import { canonicalJson } from './canonicalJson';

/** Reads events with jq: says what they correlate by, and whether they are what somebody expects. */
export class EventReader {
  constructor(private readonly expressions: ExpressionEvaluator) {}

  /** The value that events are correlated by; `undefined` when the event has none. */
  correlation(
    from: Expression,
    event: CloudEvent,
    variables: EventExpectation['variables'] = {},
  ): Json | undefined {
    return this.#valueOf(from, jsonOf(event), variables) ?? undefined;
  }

  /** Whether all that is expected holds of the event. */
  meets(event: CloudEvent, expectation: EventExpectation): boolean {
    const { literals, patterns, expressions, correlations } = expectation;
    return (
      Object.entries(literals).every(([name, value]) =>
        isEqual(event[name], value),
      ) &&
      Object.entries(patterns).every(([name, pattern]) =>
        fits(event[name], pattern),
      ) &&
      Object.entries(expressions).every(([name, expression]) =>
        this.#confirms(expression, event[name], expectation.variables),
      ) &&
      correlations.every(({ from, expect }) => {
        const value = this.correlation(from, event, expectation.variables);
        return expect === undefined
          ? value !== undefined
          : isEqual(value, expect);
      })
    );
  }

  /** Whether an expression on an attribute's value gives `true`, or that value. */
  #confirms(
    expression: Expression,
    value: Json | undefined,
    variables: EventExpectation['variables'],
  ): boolean {
    const result = this.#valueOf(expression, value ?? null, variables);
    return result === true || (value !== undefined && isEqual(result, value));
  }

  /** `undefined` when the expression fails on this event: it is of another kind than its author had in mind. */
  #valueOf(
    expression: Expression,
    input: Json,
    variables: EventExpectation['variables'],
  ): Json | undefined {
    try {
      return this.expressions
        .compile(expression, { variables: Object.keys(variables) })
        .first(input, variables, 0);
    } catch (error) {
      if (
        error instanceof ExpressionEvaluationError ||
        error instanceof ExpressionSyntaxError
      ) {
        return undefined;
      }
      throw error;
    }
  }
}

function isEqual(a: Json | undefined, b: Json | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    (a === b || canonicalJson(a) === canonicalJson(b))
  );
}

/** Whether the pattern matches the whole text. A pattern that is none matches nothing. */
function fits(value: Json | undefined, pattern: string): boolean {
  if (typeof value !== 'string') return false;
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(value);
  } catch {
    return false;
  }
}
