import type { Method, Root, Service } from 'protobufjs';
import { standardError } from '../../interpreter/WorkflowError';

/** @throws WorkflowError `configuration` that names what exists, or says that the method cannot be called with one message */
export function findMethod(
  root: Root,
  serviceName: string,
  methodName: string,
): Method {
  const service = findService(root, serviceName);
  const found = Object.values(service.methods).find(
    ({ name }) => name.toLowerCase() === methodName.toLowerCase(),
  );
  if (!found) {
    const known = Object.keys(service.methods).join(', ');
    throw standardError(
      'configuration',
      `The service ${serviceName} has no method ${methodName}; it has ${known}`,
    );
  }
  if (!found.requestStream) return found;
  throw standardError(
    'configuration',
    `The method ${methodName} takes a stream of messages, which a task cannot give`,
  );
}

function findService(root: Root, name: string): Service {
  try {
    return root.lookupService(name);
  } catch {
    throw standardError(
      'configuration',
      `The proto has no service ${name}; it has ${servicesOf(root).join(', ')}`,
    );
  }
}

function servicesOf({ nestedArray }: Pick<Root, 'nestedArray'>): string[] {
  return nestedArray.flatMap(nested => {
    if ('methods' in nested) return [nested.fullName.slice(1)];
    return 'nestedArray' in nested
      ? servicesOf(nested as Pick<Root, 'nestedArray'>)
      : [];
  });
}
