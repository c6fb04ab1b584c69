import type { Template } from '../../language/WorkflowDefinition';

/** Longer texts are cut: a picture has no room for them. */
const MAX_LENGTH = 100;

/** Text without line breaks, cut where a picture would have no room for it. */
export function oneLine(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line.length <= MAX_LENGTH) return line;
  return `${line.slice(0, MAX_LENGTH - 1).trimEnd()}…`;
}

/** A template as its author would write it in one line; text without quotes. */
export function templateText(template: Template): string {
  return oneLine(
    typeof template === 'string' ? template : JSON.stringify(template),
  );
}
