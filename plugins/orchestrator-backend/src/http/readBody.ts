import { json, text, type Request, type RequestHandler } from 'express';
import { UnsupportedMediaTypeError } from './httpErrors';

const jsonTypes = ['application/json', 'application/*+json'];
const yamlTypes = [
  'application/yaml',
  'application/x-yaml',
  'text/yaml',
  'text/plain',
];

/** Where a body may be the text of a definition. */
const takesDefinition = /^\/v2\/workflows(\/[^/]+)?\/?$/;
/** Where a body may be an event's data, of whatever type; its attributes are in headers. */
const takesBinaryEvent = /^\/v2\/events\/?$/;

/** Text of each request's body, as it came. */
const texts = new WeakMap<object, string>();

/** The body's text as it came, of what {@link readBody} has read as JSON. */
export function bodyTextOf(request: object): string | undefined {
  return texts.get(request);
}

/** With these a body means nothing (RFC 9110 §9.3). */
const bodiless = ['GET', 'HEAD', 'DELETE'];

/** Reads bodies of JSON, and of YAML where that is a definition. Everything else is refused, except where it means nothing. */
export function readBody(maxBodyBytes: number): RequestHandler[] {
  const limit = maxBodyBytes;
  return [
    takeNothing,
    json({
      limit,
      type: jsonTypes,
      verify: (req, _res, body) => texts.set(req, body.toString('utf8')),
    }),
    forPath(takesDefinition, text({ limit, type: yamlTypes })),
    forPath(takesBinaryEvent, text({ limit, type: isBinaryEvent })),
    refuseUnread,
  ];
}

const takeNothing: RequestHandler = (req, _res, next) => {
  if (bodiless.includes(req.method)) Object.assign(req, { _body: true });
  next();
};

function forPath(pattern: RegExp, handler: RequestHandler): RequestHandler {
  return (req, res, next) =>
    pattern.test(req.path) ? handler(req, res, next) : next();
}

function isBinaryEvent({ headers }: { headers: object }): boolean {
  return 'ce-specversion' in headers;
}

/** Parsers leave what is not of their type alone. */
const refuseUnread: RequestHandler = (req, _res, next) => {
  if (!hasBody(req) || isRead(req)) {
    next();
    return;
  }
  const type = req.get('Content-Type') ?? 'of no stated type';
  const wanted = takesDefinition.test(req.path)
    ? 'application/json or application/yaml'
    : 'application/json';
  next(
    new UnsupportedMediaTypeError(`The body is ${type}, but must be ${wanted}`),
  );
};

function hasBody(req: Request): boolean {
  return (
    Number(req.get('Content-Length') ?? 0) > 0 ||
    req.get('Transfer-Encoding') !== undefined
  );
}

/** Express' parsers mark what they have read. */
function isRead(req: Request): boolean {
  return '_body' in req && req._body === true;
}
