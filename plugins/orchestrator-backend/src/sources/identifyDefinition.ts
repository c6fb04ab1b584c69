import { basename, extname } from 'node:path';
import type { DocumentInfo } from '@stagecraft/backstage-plugin-orchestrator-dsl';

/** As many characters as the store keeps, with room for what makes an id unique. */
const MAX_ID_LENGTH = 200;

/**
 * The id of a workflow: its name, preceded by its namespace unless that is `default`.
 *
 * A text without a name that could be an id goes by its file's name.
 */
export function identifyDefinition(
  { namespace, name }: Partial<DocumentInfo>,
  location: string,
): string {
  if (!name || !isUsable(name)) return fileId(location);
  if (!namespace || namespace === 'default') return name;
  return isUsable(namespace) ? `${namespace}.${name}` : name;
}

/** The file's name without extension, as far as it can be an id. */
export function fileId(location: string): string {
  const [path] = location.split(/[?#]/);
  const name = basename(path, extname(path));
  const id = name.replace(/[^\w.-]+/g, '-').slice(0, MAX_ID_LENGTH);
  return id || 'workflow';
}

function isUsable(text: string): boolean {
  return text.length <= MAX_ID_LENGTH / 2 && /^[\w.-]+$/.test(text);
}
