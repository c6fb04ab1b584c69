import type { Root } from 'protobufjs';
import type { ResourceRequest } from '../../interpreter/DurableHost';
import { standardError } from '../../interpreter/WorkflowError';
import type { Call } from '../Call';
import { reasonOf } from '../carryOut';
import type { Documents } from '../documents/Documents';
import { isSameOrigin } from '../documents/References';
import { loadProtobuf } from '../lazyLibraries';

const MAX_FILES = 100;

/**
 * Loads a proto file and what it imports, relative to the file itself. Google's well-known types are known already.
 *
 * @throws WorkflowError `validation` when one of them is no proto file
 */
export async function loadProto(
  documents: Documents,
  resource: ResourceRequest,
  call: Call,
): Promise<Root> {
  const { common, parse, Root: ProtoRoot } = loadProtobuf();
  const root = new ProtoRoot();
  const wanted = [resource.uri];
  for (let next = 0; next < wanted.length && next < MAX_FILES; next += 1) {
    const uri = wanted[next];
    const { text } = await documents.fetch(
      isSameOrigin(uri, resource.uri) ? { ...resource, uri } : { uri },
      call,
    );
    for (const name of parsed(uri, () => parse(text, root).imports ?? [])) {
      const known = common.get(name);
      if (known?.nested) root.addJSON(known.nested);
      else wanted.push(...added(new URL(name, uri).href, wanted));
    }
  }
  parsed(resource.uri, () => root.resolveAll());
  return root;
}

function added(uri: string, wanted: readonly string[]): readonly string[] {
  return wanted.includes(uri) ? [] : [uri];
}

function parsed<T>(uri: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw standardError(
      'validation',
      `${uri} is no valid proto file: ${reasonOf(error)}`,
    );
  }
}
