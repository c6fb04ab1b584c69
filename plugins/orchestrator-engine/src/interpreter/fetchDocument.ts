import type {
  ExternalResource,
  Json,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { resourceOf } from './resources';
import { perform, type Routine } from './routine';
import type { Evaluation } from './Run';

/** A document that the definition refers to, and where it was found. */
export interface FetchedDocument {
  readonly uri: string;
  readonly document: Json;
}

/**
 * The document, fetched once in an instance: what came first stays, also in a replay.
 *
 * @param effect - of fetching it
 * @throws {@link WorkflowError} that says why it cannot be fetched
 */
export function* fetchDocument(
  resource: ExternalResource,
  on: Evaluation,
  effect: { readonly id: string; readonly taskKey?: string },
): Routine<FetchedDocument> {
  const { documents } = on.run;
  const request = resourceOf(resource, on);
  const { uri } = request;
  if (!documents.has(uri)) {
    const fetched = yield* perform({
      kind: 'document',
      ...effect,
      resource: request,
    });
    // Another branch may have been faster.
    if (!documents.has(uri)) documents.set(uri, fetched);
  }
  return { uri, document: documents.get(uri)! };
}
