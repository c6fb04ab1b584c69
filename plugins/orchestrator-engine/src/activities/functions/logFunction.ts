import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { isObject } from '../JsonObject';
import type { OfferedFunction } from './OfferedFunctions';

/** The part of Backstage's logger that is used here. @public */
export interface FunctionLogger {
  info(message: string, fields?: { [key: string]: string | number }): void;
  warn(message: string, fields?: { [key: string]: string | number }): void;
  error(message: string, fields?: { [key: string]: string | number }): void;
}

const LEVELS = ['info', 'warn', 'error'] as const;

/**
 * The function `log`: writes to the log of the backend, and gives its input. Input: text, or an object with `message` and
 * `level` (`info`, `warn`, `error`).
 *
 * @public
 */
export function logFunction(logger: FunctionLogger): OfferedFunction {
  return {
    name: 'log',
    title: 'Write to the log',
    description: 'Writes a message to the log of the backend; gives its input.',
    async execute(input, { instanceId, taskKey }) {
      const { message, level } = isObject(input)
        ? input
        : { message: input, level: undefined };
      const known = LEVELS.find(one => one === level) ?? 'info';
      const text = textOf(message === undefined ? input : message);
      logger[known](text, { instanceId, taskKey });
      return input;
    },
  };
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
