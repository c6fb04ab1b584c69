import {
  definitionWithTask,
  parseTaskBody,
  problemsOf,
} from '../testing/definitionText';

const call = (properties: string) => `call: openapi\nwith: { ${properties} }`;

const needed = 'document: { endpoint: specs/pets.json }, operationId: find';

describe('call: openapi', () => {
  it('takes the document and the operation, and fills in defaults', () => {
    expect(parseTaskBody(call(needed))).toMatchObject({
      kind: 'call',
      call: 'openapi',
      with: {
        document: { endpoint: { uri: 'specs/pets.json' } },
        operationId: 'find',
        output: 'content',
        redirect: false,
      },
    });
  });

  it.each([
    ['parameters: { id: "${ .id }" }', { parameters: { id: '${ .id }' } }],
    ['parameters: "${ .all }"', { parameters: '${ .all }' }],
    ['output: raw, redirect: true', { output: 'raw', redirect: true }],
    [
      'authentication: { bearer: { token: t } }',
      { authentication: { scheme: 'bearer', token: 't' } },
    ],
  ])('takes %s', (properties, expected) => {
    expect(parseTaskBody(call(`${needed}, ${properties}`))).toMatchObject({
      with: expected,
    });
  });

  it.each([
    'https://h/spec.yaml',
    'plugin://api-docs/x.json',
    'file://specs/x.json',
    '/specs/x.json',
    '${ .where }',
  ])('takes a document at %s', uri => {
    const body = call(`document: { endpoint: "${uri}" }, operationId: find`);
    expect(parseTaskBody(body)).toMatchObject({
      with: { document: { endpoint: { uri } } },
    });
  });

  it.each([
    [
      'call: openapi\n☞with: { operationId: find }',
      'MISSING_PROPERTY `document` is missing',
    ],
    [
      call('document: ☞https://h/spec.yaml, operationId: find'),
      'WRONG_TYPE expected a document (an object with `endpoint`), found the text "https://h/spec.yaml"',
    ],
    [
      call('document: { endpoint: ☞ftp://h/x }, operationId: find'),
      'INVALID_VALUE `ftp://h/x` cannot be read; begin it with http://, https://, plugin:// or file:, or make it relative',
    ],
    [
      call('document: { endpoint: ☞"" }, operationId: find'),
      'INVALID_VALUE `` is no address',
    ],
    [
      call('document: { endpoint: { ☞url: x } }, operationId: find'),
      'UNKNOWN_PROPERTY unknown property `url`; did you mean `uri`?',
    ],
    [
      call(`${needed}, parameters: ☞[1]`),
      'WRONG_TYPE expected an object or an expression `${ … }`, found a list',
    ],
  ])('reports %s', (body, problem) => {
    expect(problemsOf(definitionWithTask(body))).toEqual([`☞ ${problem}`]);
  });
});
