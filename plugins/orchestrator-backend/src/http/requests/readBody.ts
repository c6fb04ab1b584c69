import { json, text, type Request, type RequestHandler } from 'express';
import { UnsupportedMediaTypeError } from '../errors/httpErrors';

const jsonTypes = ['application/json', 'application/*+json'];
const yamlTypes = [
  'application/yaml',
  'application/x-yaml',
  'text/yaml',
  'text/plain',
];

/** Requests whose body is the text of a definition, by method and path. */
const definitionRequest =
  /^(POST \/v2\/workflows(\/validate)?|PUT \/v2\/workflows\/[^/]+)\/?$/;

/** Whether the body is a definition, in YAML or JSON. */
export function takesDefinition({ method, path }: Request): boolean {
  return definitionRequest.test(`${method} ${path}`);
}

/** Whether the body may be an event's data, of whatever type; its attributes are in headers. */
function takesBinaryEvent({ path }: Request): boolean {
  return /^\/v2\/(instances\/[^/]+\/)?events\/?$/.test(path);
}

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
    where(takesDefinition, text({ limit, type: yamlTypes })),
    where(takesBinaryEvent, text({ limit, type: isBinaryEvent })),
    refuseUnread,
  ];
}

const takeNothing: RequestHandler = (req, _res, next) => {
  if (bodiless.includes(req.method)) Object.assign(req, { _body: true });
  next();
};

function where(
  holds: (req: Request) => boolean,
  handler: RequestHandler,
): RequestHandler {
  return (req, res, next) => (holds(req) ? handler(req, res, next) : next());
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
  const wanted = takesDefinition(req)
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
