import type {
  Json,
  Template,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { JsonObject } from './json';
import type { Run } from './Run';
import { standardError } from './WorkflowError';

/** What a definition names in `use.secrets` to have the tokens of who starts it, as `$secrets.authTokens`. */
export const AUTH_TOKENS = 'authTokens';

/** What `$secrets` holds: those that the definition names, as far as the deployment gives them to it. */
export function visibleSecrets({
  definition,
  secrets,
}: Pick<Run, 'definition' | 'secrets'>): JsonObject {
  return Object.fromEntries(
    (definition.secrets ?? [])
      .filter(name => Object.hasOwn(secrets, name))
      .map(name => [name, secrets[name]]),
  );
}

/** The secret of this name. @throws {@link WorkflowError} of kind `authorization` when it is not available */
export function secretNamed(name: string, run: Run): Json {
  const visible = visibleSecrets(run);
  if (Object.hasOwn(visible, name)) return visible[name];
  throw unavailable(name);
}

/**
 * Refuses an expression, or a template with one in it, that names a secret which is not available.
 *
 * @throws {@link WorkflowError} of kind `authorization` (DSL, "Secret")
 */
export function requireSecrets(template: Template, run: Run): void {
  if (typeof template === 'string') requireNamed(template, run);
  else if (template !== null && typeof template === 'object') {
    for (const part of Object.values(template)) requireSecrets(part, run);
  }
}

function requireNamed(text: string, run: Run) {
  if (!text.includes('$secrets')) return;
  const visible = visibleSecrets(run);
  for (const [, dotted, quoted] of text.matchAll(SECRET)) {
    const name = dotted ?? quoted;
    if (!Object.hasOwn(visible, name)) throw unavailable(name);
  }
}

/** `$secrets.name`, `$secrets."name"` or `$secrets["name"]`. */
const SECRET =
  /\$secrets(?:\s*\.\s*([A-Za-z_]\w*)|\s*\.?\s*\[?\s*"([^"\\]+)")/g;

function unavailable(name: string) {
  const from =
    name === AUTH_TOKENS
      ? 'run it with `authTokens`'
      : 'ask whoever runs the portal to provide it';
  return standardError(
    'authorization',
    `The secret \`${name}\` is not available to this workflow; name it in \`use.secrets\` and ${from}`,
  );
}
