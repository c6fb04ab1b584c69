import { standardError } from '../../interpreter/WorkflowError';
import type { Located, References } from '../documents/References';
import type { ApiOperation } from './ApiOperation';
import { findOperation } from './findOperation';
import { readVersion2 } from './readVersion2';
import { readVersion3 } from './readVersion3';

/** @throws WorkflowError when the document is no OpenAPI document, or has no such operation */
export async function readOperation(
  references: References,
  operationId: string,
): Promise<ApiOperation> {
  const root = await references.root();
  const read = readerFor(root);
  const found = await findOperation(root, references, operationId);
  return read(root, found, references);
}

function readerFor({ value, document }: Located) {
  if (String(value.openapi).startsWith('3.')) return readVersion3;
  if (String(value.swagger) === '2' || value.swagger === '2.0') {
    return readVersion2;
  }
  throw standardError(
    'configuration',
    `${document.uri} is no OpenAPI document of version 2.0, 3.0 or 3.1`,
  );
}
