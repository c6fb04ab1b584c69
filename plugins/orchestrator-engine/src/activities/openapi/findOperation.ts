import { standardError } from '../../interpreter/WorkflowError';
import type { Located, References } from '../documents/References';
import { objectOr } from '../JsonObject';

/** An operation where its document has it. */
export interface FoundOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** What all operations of the path have in common. */
  readonly pathItem: Located;
  readonly operation: Located;
}

const METHODS = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
];
const MOST_NAMED = 20;

/** @throws WorkflowError `configuration` that names the operations that exist */
export async function findOperation(
  root: Located,
  references: References,
  id: string,
): Promise<FoundOperation> {
  const known: string[] = [];
  for (const [path, given] of Object.entries(objectOr(root.value.paths))) {
    const pathItem = await references.follow(given, root);
    for (const method of METHODS.filter(name => name in pathItem.value)) {
      const operation = await references.follow(
        pathItem.value[method],
        pathItem,
      );
      const { operationId } = operation.value;
      if (operationId === id) return { id, method, path, pathItem, operation };
      if (typeof operationId === 'string') known.push(operationId);
    }
  }
  throw standardError(
    'configuration',
    `${root.document.uri} has no operation ${id}; ${described(known)}`,
  );
}

function described(known: readonly string[]): string {
  if (known.length === 0) return 'none of its operations has an operationId';
  const more = known.length - MOST_NAMED;
  const named = known.slice(0, MOST_NAMED).join(', ');
  return `it has ${named}${more > 0 ? ` and ${more} more` : ''}`;
}
