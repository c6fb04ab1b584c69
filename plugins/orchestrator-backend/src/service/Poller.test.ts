import { ManualClock, settle } from '../__testUtils__/ManualClock';
import { Poller } from './Poller';

describe('Poller', () => {
  it('looks again soon for what it was told of and could not read yet', async () => {
    const clock = new ManualClock();
    let isThere = false;
    let found = 0;
    const poller = new Poller(async () => {
      if (isThere) found += 1;
      return isThere;
    }, clock);
    poller.nudge();
    await settle();

    isThere = true;
    await clock.advance(30);

    expect(found).toBe(1);
    poller.stop();
  });

  it('looks less and less often for what does not come', async () => {
    const clock = new ManualClock();
    let looks = 0;
    const poller = new Poller(async () => {
      looks += 1;
      return false;
    }, clock);
    poller.nudge();
    await settle();

    await clock.advance(10_000);

    expect(looks).toBeLessThan(25);
    poller.stop();
  });
});
