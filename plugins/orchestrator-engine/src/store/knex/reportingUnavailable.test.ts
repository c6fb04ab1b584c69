import { EngineError } from '../../EngineError';
import { WorkerFencedError } from '../InstanceStore';
import { reportingUnavailable } from './reportingUnavailable';

const coded = (code: string) =>
  Object.assign(new Error(`select 1 - it says ${code}`), { code });

const heardOf = (error: Error) =>
  reportingUnavailable(() => Promise.reject(error)).catch(one => one);

it.each([
  ['is down', coded('ECONNREFUSED')],
  ['resets the connection', coded('ECONNRESET')],
  ['cannot be reached by a free port', coded('EADDRNOTAVAIL')],
  ['has no connection left', coded('53300')],
  ['has no disk left', coded('53100')],
  ['cannot read its disk', coded('58030')],
  ['shuts down', coded('57P01')],
  ['starts up', coded('57P03')],
  ['cancels a statement that takes too long', coded('57014')],
  ['has a deadlock', coded('40P01')],
  ['has given the transaction up', coded('25P02')],
  ['is locked', coded('SQLITE_BUSY')],
  ['is locked by its log', coded('SQLITE_PROTOCOL')],
  ['ends the connection', new Error('Connection terminated unexpectedly')],
  [
    'has lost the connection',
    new Error('Client has encountered a connection error and is not queryable'),
  ],
  [
    'has closed the connection',
    new Error('Client was closed and is not queryable'),
  ],
  ['does not answer', new Error('Query read timeout')],
  [
    'is asked by too many at once',
    new Error(
      'Knex: Timeout acquiring a connection. The pool is probably full.',
    ),
  ],
  ['is left by its pool', new Error('aborted')],
])('a database that %s is away for now', async (_, error) => {
  const heard = await heardOf(error);

  expect(heard).toBeInstanceOf(EngineError);
  expect(heard.code).toBe('STORE_UNAVAILABLE');
});

it.each([
  ['22021', 'select ? - invalid byte sequence'],
  ['23505', 'insert into a values (?) - duplicate key'],
  ['42P01', 'select * from b - relation "b" does not exist'],
])(
  'what the database refuses (%s) is not tried again, and told without the statement',
  async (code, message) => {
    const heard = await heardOf(Object.assign(new Error(message), { code }));

    expect(heard).not.toBeInstanceOf(EngineError);
    expect(heard.message).toBe(
      `The database says: ${code} ${message.split(' - ')[1]}`,
    );
  },
);

it.each([
  new EngineError('STATE_CONFLICT', 'no'),
  new WorkerFencedError('dead'),
])('%s is handed on as it is', async error => {
  expect(await heardOf(error)).toBe(error);
});
