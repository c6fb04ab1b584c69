import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { ApiParameter } from './ApiOperation';
import { serializeParameter } from './serializeParameter';

const color = { R: 100, G: 200 };

/** The table of OpenAPI 3.1, "Style Examples", and what it leaves out. */
const cases: [
  ApiParameter['style']['name'],
  'explode' | 'joined',
  Json,
  string,
][] = [
  ['simple', 'joined', 'blue', 'blue'],
  ['simple', 'joined', ['blue', 'black'], 'blue,black'],
  ['simple', 'joined', color, 'R,100,G,200'],
  ['simple', 'explode', color, 'R=100,G=200'],
  ['label', 'joined', 'blue', '.blue'],
  ['label', 'explode', ['blue', 'black'], '.blue.black'],
  ['label', 'explode', color, '.R=100.G=200'],
  ['matrix', 'joined', 'blue', ';color=blue'],
  ['matrix', 'joined', ['blue', 'black'], ';color=blue,black'],
  ['matrix', 'explode', ['blue', 'black'], ';color=blue;color=black'],
  ['matrix', 'explode', color, ';R=100;G=200'],
  ['form', 'joined', ['blue', 'black'], 'color=blue,black'],
  ['form', 'explode', ['blue', 'black'], 'color=blue&color=black'],
  ['form', 'joined', color, 'color=R,100,G,200'],
  ['form', 'explode', color, 'R=100&G=200'],
  ['form', 'explode', 'a b&c/d', 'color=a%20b%26c%2Fd'],
  ['form', 'explode', [], ''],
  ['deepObject', 'explode', color, 'color%5BR%5D=100&color%5BG%5D=200'],
  ['json', 'joined', color, 'color=%7B%22R%22%3A100%2C%22G%22%3A200%7D'],
];

function parameter(
  style: Partial<ApiParameter['style']>,
  place: ApiParameter['place'] = 'query',
): ApiParameter {
  return {
    name: 'color',
    place,
    isRequired: false,
    style: {
      name: 'form',
      explode: false,
      delimiter: ',',
      allowReserved: false,
      ...style,
    },
  };
}

describe('serializeParameter', () => {
  it.each(cases)('writes %s, %s: %j as %s', (name, mode, value, text) => {
    const style = { name, explode: mode === 'explode' };
    expect(serializeParameter(parameter(style), value)).toBe(text);
  });

  it('keeps reserved characters where they are allowed', () => {
    const style = { allowReserved: true };
    expect(serializeParameter(parameter(style), '/a b?c&d')).toBe(
      'color=/a%20b?c%26d',
    );
  });

  it('writes headers as they are', () => {
    const inHeader = parameter({ name: 'simple' }, 'header');
    expect(serializeParameter(inHeader, ['a b', 'c/d'])).toBe('a b,c/d');
  });
});
