import {
  definitionWithTask,
  parseTaskBody,
  problemsOf,
} from '../testing/definitionText';

const emit = (attributes: string) => `emit: { event: { with: ${attributes} } }`;

describe('emit', () => {
  it('takes attributes, extension attributes and data', () => {
    const attributes =
      '{ type: t, source: "https://h/{id}", time: 2026-01-31T12:00:00Z, traceid: 5, data: { a: ["${ .a }"] } }';
    expect(parseTaskBody(emit(attributes))).toMatchObject({
      kind: 'emit',
      event: {
        type: 't',
        source: 'https://h/{id}',
        time: '2026-01-31T12:00:00Z',
        traceid: 5,
        data: { a: ['${ .a }'] },
      },
    });
  });

  it.each([
    [
      'emit: { event: { ☞with: {} } }',
      'MISSING_PROPERTY `type` is missing: the kind of event',
    ],
    ['emit: { ☞event: {} }', 'MISSING_PROPERTY `with` is missing'],
    [
      emit('☞[]'),
      'WRONG_TYPE expected an object of attributes of the event, found a list',
    ],
    [
      emit('{ type: t, ☞dataContentType: text/plain }'),
      'INVALID_NAME `dataContentType` is not an attribute of an event: lower case letters and digits only; did you mean `datacontenttype`?',
    ],
    [emit('{ type: ☞5 }'), 'WRONG_TYPE expected text, found the number 5'],
    [
      emit('{ type: t, extra: ☞[1] }'),
      'WRONG_TYPE expected text, a number, true or false, found a list',
    ],
    [
      emit('{ type: t, time: ☞today }'),
      'INVALID_VALUE `today` is not a time; write it like 2026-01-31T12:00:00Z',
    ],
  ])('reports %s', (body, problem) => {
    expect(problemsOf(definitionWithTask(body))).toEqual([`☞ ${problem}`]);
  });
});
