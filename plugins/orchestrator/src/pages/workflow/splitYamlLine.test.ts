import { splitYamlLine } from './splitYamlLine';

it.each([
  ['document:', ['', 'document:', '', '']],
  ['  - fetch:', ['  - ', 'fetch:', '', '']],
  ['    call: http # over there', ['    ', 'call:', ' http ', '# over there']],
  ['# all of it', ['', '', '', '# all of it']],
  ['  endpoint: http://a/b#c', ['  ', 'endpoint:', ' http://a/b#c', '']],
  ['  "name": "x",', ['  ', '"name":', ' "x",', '']],
  ['- plain text', ['- ', '', 'plain text', '']],
  ['', ['', '', '', '']],
])('splits %j', (line, parts) => {
  const { indent, key, rest, comment } = splitYamlLine(line);
  expect([indent, key, rest, comment]).toEqual(parts);
});
