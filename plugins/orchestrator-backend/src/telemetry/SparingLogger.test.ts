import { SparingLogger } from './SparingLogger';

describe('SparingLogger', () => {
  let time: number;
  let said: string[];
  let logger: SparingLogger;

  beforeEach(() => {
    time = 0;
    said = [];
    const say =
      (level: string) =>
      (message: string, fields: object = {}) =>
        void said.push([level, message, ...Object.values(fields)].join(' '));
    logger = new SparingLogger(
      { info: say('info'), warn: say('warn'), error: say('error') },
      { now: () => time },
    );
  });

  it('says the same once a minute, and how often it was left out', () => {
    for (time = 0; time <= 60_000; time += 20_000) logger.warn('away');
    expect(said).toEqual(['warn away', 'warn away (and 2 more times since)']);
  });

  it('says at once what is of another level, of something else or another message', () => {
    logger.warn('away', { instanceId: 'a' });
    logger.warn('away', { instanceId: 'b' });
    logger.error('away', { instanceId: 'a' });
    logger.warn('back', { instanceId: 'a' });
    expect(said).toEqual([
      'warn away a',
      'warn away b',
      'error away a',
      'warn back a',
    ]);
  });

  it('tells whatever is no warning each time', () => {
    logger.info('Took over instances', { count: 1 });
    logger.info('Took over instances', { count: 1 });
    expect(said).toHaveLength(2);
  });

  it('remembers no more than a thousand', () => {
    logger.warn('first');
    for (let n = 1; n <= 1_000; n += 1) logger.warn(`another ${n}`);
    logger.warn('first');
    expect(said.filter(one => one === 'warn first')).toHaveLength(2);
  });
});
