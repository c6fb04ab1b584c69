import {
  definitionWithTask,
  parseTaskBody,
  problemsOf,
} from '../testing/definitionText';

const call = (...lines: string[]) =>
  ['call: http', 'with:', ...lines.map(line => `  ${line}`)].join('\n');

const get = 'method: get';
const endpoint = 'endpoint: http://localhost/x';

describe('call: http', () => {
  it('fills in defaults', () => {
    expect(parseTaskBody(call(get, endpoint))).toMatchObject({
      kind: 'call',
      call: 'http',
      with: {
        method: 'get',
        endpoint: 'http://localhost/x',
        output: 'content',
        redirect: false,
      },
    });
  });

  it.each([
    ['endpoint: https://host/{id}', { endpoint: 'https://host/{id}' }],
    [
      'endpoint: plugin://catalog/entities',
      { endpoint: 'plugin://catalog/entities' },
    ],
    ['endpoint: "{base}/x"', { endpoint: '{base}/x' }],
    ['endpoint: ${ .url }', { endpoint: '${ .url }' }],
    ['endpoint: http://h/${ .id }/x', { endpoint: 'http://h/${ .id }/x' }],
    ['endpoint: { uri: http://h/ }', { endpoint: 'http://h/' }],
  ])('takes %s', (line, expected) => {
    expect(parseTaskBody(call(get, line))).toMatchObject({ with: expected });
  });

  it.each([
    [
      'headers: { x-a: "${ .a }", x-n: 1 }',
      { headers: { 'x-a': '${ .a }', 'x-n': 1 } },
    ],
    ['headers: ${ .headers }', { headers: '${ .headers }' }],
    ['query: { limit: 10, all: true }', { query: { limit: 10, all: true } }],
    ['body: [1, "${ . }"]', { body: [1, '${ . }'] }],
    ['body: null', { body: null }],
    ['output: response', { output: 'response' }],
    ['redirect: true', { redirect: true }],
  ])('takes %s', (line, expected) => {
    expect(parseTaskBody(call(get, endpoint, line))).toMatchObject({
      with: expected,
    });
  });

  it.each([
    [
      'call: http\n☞with: { method: get }',
      'MISSING_PROPERTY `endpoint` is missing',
    ],
    [
      `call: http\n☞with: { ${endpoint} }`,
      'MISSING_PROPERTY `method` is missing',
    ],
    [
      call('method: ☞1', endpoint),
      'WRONG_TYPE expected text, found the number 1',
    ],
    [
      call('method: ☞"ge t"', endpoint),
      'INVALID_VALUE `ge t` is not an HTTP method such as get or post',
    ],
    [
      call(get, 'endpoint: ☞/api'),
      'INVALID_VALUE `/api` cannot be called; begin it with http://, https:// or plugin://',
    ],
    [
      call(get, 'endpoint: ☞ftp://x'),
      'INVALID_VALUE `ftp://x` cannot be called; begin it with http://, https:// or plugin://',
    ],
    [
      call(get, 'endpoint: ☞http://h/a b'),
      'INVALID_VALUE `http://h/a b` has a space in it; write it as %20',
    ],
    [
      call(get, 'endpoint: ☞http://h/{?q}'),
      'INVALID_VALUE `http://h/{?q}` has braces that are no URI template; only `{name}` is supported',
    ],
    [
      call(get, 'endpoint: ☞[x]'),
      'WRONG_TYPE expected an address (text) or an object with `uri`, found a list',
    ],
    [
      call(get, 'endpoint: { uri: http://h/, authentication: { use: ☞x } }'),
      'UNKNOWN_REFERENCE `x` is not defined in `use.authentications`',
    ],
    [
      call(get, endpoint, 'headers: { a: ☞[1] }'),
      'WRONG_TYPE expected text, a number, true or false, found a list',
    ],
    [
      call(get, endpoint, 'query: ☞x'),
      'WRONG_TYPE expected an object or an expression `${ … }`, found the text "x"',
    ],
    [
      call(get, endpoint, 'output: ☞contents'),
      'INVALID_VALUE `contents` is none of content, raw, response; did you mean `content`?',
    ],
    [
      call(get, endpoint, 'redirect: ☞"yes"'),
      'WRONG_TYPE expected true or false, found the text "yes"',
    ],
    [
      call(get, endpoint, '☞header: {}'),
      'UNKNOWN_PROPERTY unknown property `header`; did you mean `headers`?',
    ],
    [
      call(get, '☞endpont: http://h/'),
      'UNKNOWN_PROPERTY unknown property `endpont`; did you mean `endpoint`?',
    ],
  ])('reports %s', (body, problem) => {
    expect(problemsOf(definitionWithTask(body))).toEqual([`☞ ${problem}`]);
  });

  it('reports a missing `with` at the name of the task', () => {
    const text = definitionWithTask('call: http').replace('it:', '☞it:');
    expect(problemsOf(text)).toEqual(['☞ MISSING_PROPERTY `with` is missing']);
  });
});
