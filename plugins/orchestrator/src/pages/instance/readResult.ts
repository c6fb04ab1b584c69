import type { Json } from '@stagecraft/backstage-plugin-orchestrator-common';

/** One named value of a result. */
export interface ResultOutput {
  readonly key: string;
  readonly value: string | number;
  readonly format: 'text' | 'number' | 'link' | 'markdown';
}

/** What a run has to say to people, by the convention `output.result`. */
export interface RunResult {
  /** Markdown. */
  readonly message?: string;
  readonly outputs: readonly ResultOutput[];
}

/** Reads `result` of an output; undefined when the output has none that could be shown. */
export function readResult(output: Json): RunResult | undefined {
  const result = fieldOf(output, 'result');
  const message = fieldOf(result, 'message');
  const outputs = fieldOf(result, 'outputs');
  const found: RunResult = {
    ...(typeof message === 'string' && { message }),
    outputs: Array.isArray(outputs) ? outputs.flatMap(readOutput) : [],
  };
  const isEmpty = found.message === undefined && found.outputs.length === 0;
  return isEmpty ? undefined : found;
}

function readOutput(entry: Json): readonly ResultOutput[] {
  const key = fieldOf(entry, 'key');
  const value = fieldOf(entry, 'value');
  const isShown = typeof value === 'string' || typeof value === 'number';
  if (typeof key !== 'string' || !isShown) return [];
  return [{ key, value, format: readFormat(fieldOf(entry, 'format')) }];
}

function readFormat(format: Json | undefined): ResultOutput['format'] {
  return format === 'link' || format === 'markdown' || format === 'number'
    ? format
    : 'text';
}

function fieldOf(value: Json | undefined, name: string): Json | undefined {
  return isObject(value) ? value[name] : undefined;
}

function isObject(
  value: Json | undefined,
): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
