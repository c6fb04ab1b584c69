// Makes one class of the generated client's many: a method for each operation of the contract, named by its operation id, that
// takes one object with the members of path, query, headers and body side by side.

/** Operations whose methods are written by hand in `OrchestratorApi`, because they do more than pass on a request. */
const WRITTEN_BY_HAND = [
  'executeWorkflow',
  'getInstance',
  'getInstanceHistory',
  'getPayload',
  'getWorkflowInstances',
  'retriggerInstance',
  'streamEvents',
  'streamInstance',
];

/**
 * The class's text.
 *
 * @param spec - the contract
 * @param apis - text of each generated API by its file's name
 */
export function operationsClient(spec, apis) {
  const methods = operationsOf(spec)
    .filter(({ operationId }) => !WRITTEN_BY_HAND.includes(operationId))
    .map(operation => methodOf(spec, operation, apis));
  const text = methods.map(({ code }) => code).join('\n\n');
  const used = name => new RegExp(`\\b${name}\\b`).test(text);
  const imports = [...apis].flatMap(([file, code]) =>
    importOf(file, code, used),
  );
  return [
    "import { ApiConnection, type CallOptions } from '../../ApiConnection';",
    ...imports,
    ...modelImport(spec, used),
    '',
    '/** A method for each operation of the contract that needs nothing beyond passing the request on. @public */',
    'export class OperationsClient extends ApiConnection {',
    text,
    '}',
  ].join('\n');
}

function operationsOf({ paths }) {
  return Object.values(paths).flatMap(verbs =>
    Object.values(verbs).filter(({ operationId }) => operationId),
  );
}

function importOf(file, code, used) {
  const names = [...code.matchAll(/^export (interface|class) (\w+)/gm)]
    .map(([, kind, name]) => (kind === 'class' ? name : `type ${name}`))
    .filter(name => used(name.replace('type ', '')));
  const module = file.replace(/\.ts$/, '');
  return names.length > 0
    ? [`import { ${names.join(', ')} } from './apis/${module}';`]
    : [];
}

function modelImport({ components }, used) {
  const names = Object.keys(components.schemas).filter(used);
  return [`import type { ${names.join(', ')} } from './models';`];
}

function methodOf(spec, operation, apis) {
  const { operationId, tags, summary } = operation;
  const api = `${tags[0]}Api`;
  const code = apis.get(`${api}.ts`);
  const { type, result } = signatureOf(code, operationId);
  const bodyName = type && bodyMemberOf(spec, operation, code, type);
  const request = requestOf(spec, operation, type, bodyName);
  const take = [
    ...(request ? [`request: ${request.type}${request.default}`] : []),
    'options?: CallOptions',
  ];
  const lines = [
    `/** ${summary}. */`,
    `async ${operationId}(${take.join(', ')}): Promise<${result}> {`,
    ...(request?.before ?? []),
    `  return this.call(options, (to, init) => new ${api}(to).${operationId}(${
      request ? `${request.pass}, ` : ''
    }init));`,
    '}',
  ];
  return { code: lines.map(line => `  ${line}`).join('\n') };
}

function signatureOf(code, operationId) {
  const pattern = new RegExp(
    `async ${operationId}\\((?:requestParameters: (\\w+)[^,]*, )?initOverrides[^)]*\\)?[^)]*\\): Promise<(.+)> \\{`,
  );
  const [, type, result] = pattern.exec(code);
  return { type, result };
}

/** The member of the generated request that holds the body, when its members can stand beside the others. */
function bodyMemberOf(spec, { requestBody }, code, type) {
  if (!requestBody) return undefined;
  const [, members] = new RegExp(`interface ${type} \\{([^}]*)\\}`).exec(code);
  const schema = bodySchemaOf(spec, requestBody);
  const name = schema.$ref?.split('/').at(-1);
  const isObject = name && spec.components.schemas[name].type === 'object';
  if (!isObject) return undefined;
  const [, member] = new RegExp(`(\\w+)\\??: ${name};`).exec(members);
  return { member, schema: name, isRequired: isRequired(spec, requestBody) };
}

function bodySchemaOf(spec, requestBody) {
  const { content } = resolve(spec, requestBody);
  return Object.values(content)[0].schema;
}

function isRequired(spec, requestBody) {
  return resolve(spec, requestBody).required === true;
}

function resolve(spec, it) {
  if (!it.$ref) return it;
  return it.$ref
    .slice(2)
    .split('/')
    .reduce((at, key) => at[key], spec);
}

function requestOf(spec, operation, type, body) {
  if (!type) return undefined;
  const others = (operation.parameters ?? []).map(one => resolve(spec, one));
  const required = others.some(one => one.required) || body?.isRequired;
  const needsBody = operation.requestBody && !body;
  const absent = required || needsBody ? '' : ' = {}';
  if (!body) return { type, default: absent, pass: 'request' };
  if (others.length === 0) {
    return {
      type: body.schema,
      default: absent,
      pass: `{ ${body.member}: request }`,
    };
  }
  const names = others.map(({ name }) => memberName(name)).join(', ');
  return {
    type: `Omit<${type}, '${body.member}'> & ${body.schema}`,
    default: absent,
    before: [`  const { ${names}, ...${body.member} } = request;`],
    pass: `{ ${names}, ${body.member} }`,
  };
}

/** As the generator names parameters: `Idempotency-Key` is `idempotencyKey`. */
function memberName(name) {
  const camel = name.replace(/-+(\w)/g, (_, letter) => letter.toUpperCase());
  return camel.charAt(0).toLowerCase() + camel.slice(1);
}
