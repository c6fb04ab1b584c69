import {
  definitionWithTask,
  parseTaskBody,
  problemsOf,
} from '../testing/definitionText';
import { createJqExpressionEvaluator } from '../../expressions/jq/createJqExpressionEvaluator';

const document = 'document: { endpoint: https://h/asyncapi.json }';

const call = (rest: string) => `call: asyncapi\nwith: { ${document}, ${rest} }`;

const subscribe = (rest: string) =>
  call(`operation: get, subscription: { ${rest} }`);

describe('call: asyncapi', () => {
  it.each([
    [
      'operation: send, message: { payload: { a: "${ .a }" }, headers: { b: 1 } }',
      {
        operation: 'send',
        message: { payload: { a: '${ .a }' }, headers: { b: 1 } },
      },
    ],
    ['channel: /c, message: {}', { channel: '/c', message: {} }],
    [
      'operation: send, message: {}, server: { name: s, variables: { v: 1 } }, protocol: ws',
      { server: { name: 's', variables: { v: 1 } }, protocol: 'ws' },
    ],
    [
      'operation: send, message: {}, authentication: { bearer: { token: t } }',
      { authentication: { scheme: 'bearer' } },
    ],
    [
      'operation: get, subscription: { filter: "${ .ok }", consume: { amount: 5, for: PT1S } }',
      {
        subscription: {
          filter: '.ok',
          consume: { amount: 5, for: { kind: 'fixed', ms: 1000 } },
        },
      },
    ],
    [
      'operation: get, subscription: { consume: { while: "${ true }" } }',
      { subscription: { consume: { while: 'true' } } },
    ],
  ])('takes %s', (rest, expected) => {
    expect(parseTaskBody(call(rest))).toMatchObject({
      call: 'asyncapi',
      with: expected,
    });
  });

  it('handles each message with its number', () => {
    const body = subscribe(
      'consume: { until: .done }, foreach: { item: m, do: [{ a: { set: "${ [$m, $index] }" } }], output: { as: $m } }',
    );
    const expressions = createJqExpressionEvaluator();
    expect(parseTaskBody(body, { expressions })).toMatchObject({
      with: {
        subscription: {
          foreach: { item: 'm', at: 'index', do: [{ name: 'a' }] },
        },
      },
    });
  });

  it.each([
    [
      `call: asyncapi\n☞with: { ${document}, message: {} }`,
      'MISSING_PROPERTY one of operation, channel is missing',
    ],
    [
      call('operation: a, ☞channel: b, message: {}'),
      'INVALID_VALUE `operation` and `channel` exclude each other; keep one',
    ],
    [
      `call: asyncapi\n☞with: { ${document}, operation: a }`,
      'MISSING_PROPERTY one of message, subscription is missing',
    ],
    [
      call('operation: a, ☞mesage: {}'),
      'UNKNOWN_PROPERTY unknown property `mesage`; did you mean `message`?',
    ],
    [
      call('operation: a, message: {}, protocol: ☞kafak'),
      'INVALID_VALUE `kafak` is none of amqp, amqp1, anypointmq, googlepubsub, http, ibmmq, jms, kafka, mercure, mqtt, mqtt5, nats, pulsar, redis, sns, solace, sqs, stomp, ws; did you mean `kafka`?',
    ],
    [
      subscribe('☞consume: { for: PT1S }'),
      'MISSING_PROPERTY one of amount, while, until is missing',
    ],
  ])('reports %s', (body, problem) => {
    expect(problemsOf(definitionWithTask(body))).toEqual([`☞ ${problem}`]);
  });

  it('reports a protocol that the deployment does not speak', () => {
    const text = definitionWithTask(
      call('operation: a, message: {}, protocol: ☞kafka'),
    );
    const capabilities = { asyncapiProtocols: ['http', 'ws'] };
    expect(problemsOf(text, { capabilities })).toEqual([
      '☞ UNSUPPORTED `protocol: kafka` is switched off in this deployment; it offers http, ws',
    ]);
  });
});
