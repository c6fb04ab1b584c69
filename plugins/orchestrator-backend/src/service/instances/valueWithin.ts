import type { InstanceState } from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  keptApart,
  type PayloadText,
} from '@stagecraft/backstage-plugin-orchestrator-engine';

/** A value that tasks of an instance were given or have given, by the hash of its JSON text. */
export function valueWithin(
  { tasks }: InstanceState,
  sha256: string,
): PayloadText | undefined {
  for (const { input, output } of tasks) {
    for (const payload of [input, output]) {
      const text =
        payload && 'value' in payload && JSON.stringify(payload.value);
      if (text && keptApart(text).payload.sha256 === sha256) {
        return textOf(text);
      }
    }
  }
  return undefined;
}

function textOf(text: string): PayloadText {
  return {
    bytes: Buffer.byteLength(text),
    async *pieces() {
      yield text;
    },
  };
}
