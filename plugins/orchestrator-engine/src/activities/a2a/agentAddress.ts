import { standardError } from '../../interpreter/WorkflowError';
import { parseObject, type FetchedDocument } from '../documents/parseDocument';
import { listOr, objectOr } from '../JsonObject';

/**
 * Where an agent speaks JSON-RPC, by its card of whichever version of the protocol.
 *
 * @throws WorkflowError `configuration` when it does not
 */
export function agentAddress(document: FetchedDocument): string {
  const card = parseObject(document);
  const { url, preferredTransport = 'JSONRPC' } = card;
  const others = [card.additionalInterfaces, card.supportedInterfaces]
    .flatMap(listOr)
    .map(objectOr);
  const other = others.find(
    one => (one.transport ?? one.protocolBinding) === 'JSONRPC',
  );
  const address =
    preferredTransport === 'JSONRPC' ? url ?? other?.url : other?.url;
  if (typeof address === 'string' && URL.canParse(address, document.uri)) {
    return new URL(address, document.uri).href;
  }
  throw standardError(
    'configuration',
    `The agent card ${document.uri} names no address for JSON-RPC`,
  );
}
