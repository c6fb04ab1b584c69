import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { isList } from './json';
import type { Run } from './Run';
import { standardError } from './WorkflowError';

/** Sizes of values already measured: values never change, and tasks hand the same ones on. */
const known = new WeakMap<object, number>();

/**
 * Refuses a value that is too large to go on with.
 *
 * @param what - names the value, for the error
 * @throws {@link WorkflowError} of kind `runtime`
 */
export function requireSize(value: Json, what: string, { limits }: Run): void {
  const bytes = sizeOf(value);
  if (bytes <= limits.valueBytes) return;
  throw standardError(
    'runtime',
    `The ${what} is too large: about ${inKilobytes(
      bytes,
    )}, at most ${inKilobytes(
      limits.valueBytes,
    )}. Keep less of it, for instance with output.as`,
  );
}

/** Bytes of a value as JSON text, but for what escaping adds. */
function sizeOf(value: Json): number {
  if (typeof value === 'string') return Buffer.byteLength(value) + 2;
  if (typeof value === 'number') return 8;
  if (value === null || typeof value !== 'object') return 5;
  const measured = known.get(value);
  if (measured !== undefined) return measured;
  const bytes = isList(value)
    ? value.reduce<number>((sum, item) => sum + sizeOf(item) + 1, 2)
    : Object.entries(value).reduce(
        (sum, [name, member]) => sum + name.length + 4 + sizeOf(member),
        2,
      );
  known.set(value, bytes);
  return bytes;
}

function inKilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KiB`;
}
