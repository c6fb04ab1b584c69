import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { default: Ajv } = require('ajv/dist/2020');

const verbs = ['get', 'post', 'put', 'patch', 'delete'];

/**
 * The contract as it is published: its operations, and what it says of their answers.
 *
 * @typedef {{operationId: string, verb: string, path: string, parameters: object[], body?: object, responses: object, tags: string[]}} Operation
 */
export class Contract {
  #spec;
  #ajv = new Ajv({ strict: false, validateFormats: false });
  #validators = new Map();

  constructor(spec) {
    this.#spec = spec;
    this.#ajv.addSchema({ ...spec, $id: 'contract' });
    /** @type {readonly Operation[]} */
    this.operations = Object.entries(spec.paths).flatMap(([path, item]) =>
      verbs
        .filter(verb => item[verb]?.operationId)
        .map(verb => this.#operation(path, verb, item[verb])),
    );
  }

  /** @returns {Operation} */
  operation(id) {
    return this.operations.find(({ operationId }) => operationId === id);
  }

  /**
   * The operation that a request is for. Fixed words win over what stands for anything.
   *
   * @returns {Operation | undefined}
   */
  operationAt(method, path) {
    const segments = path.split('?')[0].replace(/\/$/, '').split('/');
    return this.operations
      .filter(
        ({ verb, path: template }) =>
          verb === method.toLowerCase() &&
          isMatch(template.split('/'), segments),
      )
      .sort((a, b) => openPlaces(a) - openPlaces(b))[0];
  }

  /** Whether the operation takes the value as its JSON body. @param {Operation} operation */
  takes({ operationId, body }, value) {
    return Object.entries(body.content)
      .filter(([type]) => /json$/.test(type))
      .some(([type, { schema }]) =>
        this.#validator(`${operationId} ${type}`, schema)(value),
      );
  }

  /** What stands at the end of a reference; what is no reference is itself. */
  resolve(value) {
    if (!value?.$ref) return value;
    const path = value.$ref.slice(2).split('/');
    return this.resolve(path.reduce((at, key) => at[key], this.#spec));
  }

  /**
   * What of an answer the contract does not know; nothing when all is by the contract.
   *
   * @param {Operation} operation
   * @param {Awaited<ReturnType<typeof import('./send.mjs').send>>} answer
   * @returns {string | undefined}
   */
  faultOf(operation, answer) {
    const declared = this.resolve(operation.responses[answer.status]);
    if (!declared) return `status ${answer.status} is not documented`;
    return (
      this.#headersFault(declared, answer) ??
      this.#bodyFault(
        `${operation.operationId} ${answer.status}`,
        declared,
        answer,
      )
    );
  }

  /** As {@link faultOf}, for what is asked of paths and methods that the contract does not have. */
  errorFaultOf(answer) {
    if (answer.status < 400) return `status ${answer.status} is no refusal`;
    const schema = { $ref: '#/components/schemas/ErrorResponse' };
    const content = { 'application/json': { schema } };
    return this.#bodyFault('error', { content }, answer);
  }

  #operation(path, verb, { operationId, parameters, requestBody, ...more }) {
    return {
      operationId,
      verb,
      path,
      parameters: (parameters ?? []).map(one => this.resolve(one)),
      body: this.resolve(requestBody),
      responses: more.responses,
      tags: more.tags,
    };
  }

  #headersFault({ headers = {} }, answer) {
    for (const [name, reference] of Object.entries(headers)) {
      const value = answer.headers[name.toLowerCase()];
      if (value === undefined) return `header ${name} is missing`;
      const { type } = this.resolve(reference).schema;
      if (type === 'integer' && !/^\d+$/.test(value)) {
        return `header ${name} is ${value}, which is no whole number`;
      }
    }
    return undefined;
  }

  #bodyFault(name, { content }, { type, text }) {
    if (!content) return text === '' ? undefined : 'there is a body';
    const media = content[type];
    if (!media) return `media type ${type} is not documented`;
    if (!/json$/.test(type)) return undefined;
    const body = parsed(text);
    if (body === undefined) return `the body is no JSON: ${text.slice(0, 80)}`;
    const validate = this.#validator(`${name} ${type}`, media.schema);
    return validate(body)
      ? undefined
      : `the body is not by its schema: ${this.#ajv.errorsText(
          validate.errors,
        )}`;
  }

  #validator(key, schema) {
    if (!this.#validators.has(key)) {
      const text = JSON.stringify(schema).replaceAll('"#/', '"contract#/');
      this.#validators.set(key, this.#ajv.compile(JSON.parse(text)));
    }
    return this.#validators.get(key);
  }
}

/** As Express does: letters of either case, and nothing is not anything. */
function isMatch(parts, segments) {
  return (
    parts.length === segments.length &&
    parts.every((part, i) =>
      part.startsWith('{')
        ? segments[i] !== ''
        : part.toLowerCase() === segments[i].toLowerCase(),
    )
  );
}

const openPlaces = ({ path }) => path.match(/\{/g)?.length ?? 0;

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
