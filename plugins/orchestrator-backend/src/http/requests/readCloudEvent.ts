import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Request } from 'express';
import { RequestInvalidError } from '../errors/RequestInvalidError';
import { readJson } from './readJson';

const required = ['id', 'source', 'type'] as const;

/**
 * The event of a request: structured, as its body; or binary, its attributes in `ce-…` headers and its data as the body.
 *
 * @throws {@link RequestInvalidError} it is no CloudEvent
 */
export function readCloudEvent(
  request: Pick<Request, 'body' | 'headers'>,
): CloudEvent {
  const event =
    'ce-specversion' in request.headers
      ? binaryEvent(request)
      : objectOf(request.body);
  const faults = [
    ...(event.specversion === '1.0'
      ? []
      : [{ pointer: '/body/specversion', message: 'must be "1.0"' }]),
    ...required
      .filter(name => typeof event[name] !== 'string' || event[name] === '')
      .map(name => ({ pointer: `/body/${name}`, message: 'must be text' })),
  ];
  if (faults.length > 0) throw new RequestInvalidError(faults);
  return event as CloudEvent;
}

function objectOf(body: unknown): { readonly [name: string]: unknown } {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
    return { ...body };
  }
  const message =
    'must be an event, or its data with the attributes in headers';
  throw new RequestInvalidError([{ pointer: '/body', message }]);
}

function binaryEvent({ headers, body }: Pick<Request, 'body' | 'headers'>): {
  readonly [name: string]: unknown;
} {
  const attributes = Object.entries(headers)
    .filter(([name]) => name.startsWith('ce-'))
    .map(([name, value]) => [name.slice(3), decodeURIComponent(String(value))]);
  const contentType = headers['content-type'];
  return {
    ...Object.fromEntries(attributes),
    ...(contentType && { datacontenttype: contentType }),
    ...(body !== undefined && { data: readJson(body) }),
  };
}
