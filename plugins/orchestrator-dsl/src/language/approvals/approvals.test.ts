import { definitionWithTask, problemsOf } from '../testing/definitionText';
import { approverRef } from './approverRef';
import { dueTime } from './dueTime';

const asking = (input: string) =>
  definitionWithTask(`call: approval\nwith: { ${input} }`);

describe('call: approval', () => {
  it.each([
    "title: 'Drop it?', approvers: ['group:default/dba']",
    "title: 'Drop ${ .name }?', approvers: ['${ .owner }', 'user:jane'], required: 2",
    "title: x, approvers: '${ .approvers }', decisions: [yes, no, later], excludeInitiator: true",
    "title: x, approvers: ['user:jane'], due: P3D",
    "title: x, approvers: ['user:jane'], due: { days: 3 }",
    "title: x, approvers: ['user:jane'], due: '2026-12-24T12:00:00Z'",
    "title: x, approvers: ['user:jane'], due: '${ .due }'",
    "title: x, approvers: ['user:jane'], form: { type: object, properties: { name: { default: '${ .name }' } } }",
    "title: x, approvers: ['group:dba', 'user:jane'], required: 5",
  ])('takes %s', input => {
    expect(problemsOf(asking(input))).toEqual([]);
  });

  it.each([
    [
      "approvers: ['user:jane'], ☞approver: x, title: y",
      'INVALID_VALUE the input of `approval` does not fit: `approver` is not a known field',
    ],
    [
      "title: x, approvers: ['user:jane', ☞jane]",
      'INVALID_VALUE `jane` is no entity ref of a user or a group; give one such as user:default/jane or group:default/dba',
    ],
    [
      "title: x, approvers: [☞'component:default/api']",
      'INVALID_VALUE `component:default/api` is no entity ref of a user or a group; give one such as user:default/jane or group:default/dba',
    ],
    [
      'title: x, ☞approvers: []',
      'INVALID_VALUE the input of `approval` does not fit: `approvers` must have at least 1 items',
    ],
    [
      "title: x, approvers: ['user:jane', 'User:default/JANE'], required: ☞2",
      'INVALID_VALUE 2 people cannot decide where 1 may; name more approvers',
    ],
    [
      "title: x, approvers: ['user:jane'], due: ☞tomorrow",
      'INVALID_DURATION expected a time such as `2026-12-24T12:00:00Z`, or a duration such as `P3D` or `days: 3`',
    ],
    [
      "title: x, approvers: ['user:jane'], form: { properties: { name: { type: ☞txt } } }",
      'INVALID_SCHEMA not a valid JSON Schema: must be equal to one of the allowed values: array, boolean, integer, null, number, object, string',
    ],
  ])('reports what is wrong in %s', (input, problem) => {
    expect(problemsOf(asking(input))).toEqual([`☞ ${problem}`]);
  });

  it('reports that nothing is asked', () => {
    expect(problemsOf(definitionWithTask('call: approval'))).toEqual([
      expect.stringContaining('MISSING_PROPERTY `with` is missing'),
    ]);
  });

  it('is offered by every deployment, and can be called by its address in the default catalog', () => {
    const text = asking("title: x, approvers: ['user:jane']");
    const capabilities = { functions: new Map() };
    expect(problemsOf(text, { capabilities })).toEqual([]);
    expect(
      problemsOf(
        text.replace('call: approval', "call: 'approval:1.0.0@default'"),
        { capabilities },
      ),
    ).toEqual([]);
    expect(
      problemsOf(text.replace('approval', '☞aproval'), { capabilities }),
    ).toEqual([
      '☞ UNKNOWN_FUNCTION no function `aproval`; did you mean `approval`?',
    ]);
  });
});

describe('approverRef', () => {
  it.each([
    ['user:default/jane', 'user:default/jane'],
    ['Group:DBA', 'group:default/dba'],
    [' user:acme/jane.doe ', 'user:acme/jane.doe'],
    ['jane', undefined],
    ['component:default/api', undefined],
    ['user:', undefined],
    ['user:a/b/c', undefined],
  ])('%s is %s', (text, ref) => {
    expect(approverRef(text)).toBe(ref);
  });
});

describe('dueTime', () => {
  it.each([
    ['2026-12-24T12:00:00Z', Date.UTC(2026, 11, 24, 12)],
    ['2026-12-24T12:00+01:00', Date.UTC(2026, 11, 24, 11)],
    ['PT1S', 6_000],
    [{ seconds: 1 }, 6_000],
    ['2026-12-24', undefined],
    ['2026-13-24T12:00:00Z', undefined],
    [7, undefined],
  ])('%j is %s', (value, time) => {
    expect(dueTime(value, 5_000)).toBe(time);
  });
});
