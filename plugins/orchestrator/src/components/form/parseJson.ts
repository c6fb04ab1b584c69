import type { Json } from '@stagecraft/backstage-plugin-orchestrator-common';

/** The value that a text stands for; undefined when it is not JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // what it is for is asked for at the field
  }
}
