import type { PayloadText } from '@stagecraft/backstage-plugin-orchestrator-engine';

/** All pieces of a value that is kept apart, as one text. */
export async function wholeOf({ pieces }: PayloadText): Promise<string> {
  let text = '';
  for await (const piece of pieces()) text += piece;
  return text;
}
