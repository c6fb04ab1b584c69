import {
  definitionWithTask,
  parseTaskBody,
  problemsOf,
} from '../testing/definitionText';

const call = (properties: string) => `call: a2a\nwith: { ${properties} }`;

describe('call: a2a', () => {
  it.each([
    [
      'method: message/send, agentCard: { endpoint: https://h/card.json }, parameters: { message: { parts: [] } }',
      {
        method: 'message/send',
        agentCard: { endpoint: { uri: 'https://h/card.json' } },
        parameters: { message: { parts: [] } },
      },
    ],
    [
      'method: tasks/get, server: https://h/, parameters: "${ .p }"',
      { server: { uri: 'https://h/' }, parameters: '${ .p }' },
    ],
  ])('takes %s', (properties, expected) => {
    expect(parseTaskBody(call(properties))).toMatchObject({
      call: 'a2a',
      with: expected,
    });
  });

  it.each([
    [
      'call: a2a\n☞with: { method: tasks/get }',
      'MISSING_PROPERTY one of agentCard, server is missing',
    ],
    [
      call('server: https://h/, method: ☞task/get'),
      'INVALID_VALUE `task/get` is none of message/send, message/stream, tasks/get, tasks/list, tasks/cancel, tasks/resubscribe, tasks/pushNotificationConfig/set, tasks/pushNotificationConfig/get, tasks/pushNotificationConfig/list, tasks/pushNotificationConfig/delete, agent/getAuthenticatedExtendedCard; did you mean `tasks/get`?',
    ],
    [
      call('method: tasks/get, server: ☞h'),
      'INVALID_VALUE `h` cannot be called; begin it with http://, https:// or plugin://',
    ],
  ])('reports %s', (body, problem) => {
    expect(problemsOf(definitionWithTask(body))).toEqual([`☞ ${problem}`]);
  });
});
