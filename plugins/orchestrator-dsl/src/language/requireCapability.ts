import type { SourceNode } from './source/SourceNode';

/** What the deployment offers of something. */
interface Offer {
  /** Absent: all there is. */
  readonly available: readonly string[] | undefined;
  /** Of the configuration, by which an operator can allow what is not available. */
  readonly setting?: string;
}

/**
 * Reports that the deployment lacks what the definition needs.
 *
 * @param what - is needed, in words of the definition
 * @param name - of it among those that are available
 * @internal
 */
export function requireCapability(
  node: SourceNode,
  what: string,
  name: string,
  { available, setting }: Offer,
): void {
  if (!available || available.includes(name)) return;
  const advice = setting
    ? `an operator can allow it with ${setting}`
    : offerOf(available);
  const message = `${what} is switched off in this deployment; ${advice}`;
  const fault = { code: 'UNSUPPORTED', message } as const;
  if (node.isText()) node.report(fault);
  else node.reportAtKey(fault);
}

function offerOf(available: readonly string[]): string {
  return available.length > 0
    ? `it offers ${available.join(', ')}`
    : 'it offers no other';
}
