import { FrameBatch } from './FrameBatch';

describe('FrameBatch', () => {
  const { requestAnimationFrame, cancelAnimationFrame } = globalThis;
  let draw: (() => void) | undefined;
  let delivered: (readonly number[])[];
  let batch: FrameBatch<number>;

  beforeEach(() => {
    jest.useFakeTimers();
    draw = undefined;
    globalThis.requestAnimationFrame = callback => {
      draw = () => callback(0);
      return 1;
    };
    globalThis.cancelAnimationFrame = () => {
      draw = undefined;
    };
    delivered = [];
    batch = new FrameBatch(items => delivered.push(items));
  });

  afterEach(() => {
    jest.useRealTimers();
    Object.assign(globalThis, { requestAnimationFrame, cancelAnimationFrame });
  });

  it('hands over all that came before a frame at once', () => {
    [1, 2, 3].forEach(item => batch.add(item));
    expect(delivered).toEqual([]);
    draw?.();
    batch.add(4);
    draw?.();
    expect(delivered).toEqual([[1, 2, 3], [4]]);
  });

  it('holds nothing back while no frames are drawn, as of a page out of sight', () => {
    batch.add(1);
    batch.add(2);
    jest.advanceTimersByTime(1_000);
    batch.add(3);
    jest.advanceTimersByTime(1_000);
    expect(delivered).toEqual([[1, 2], [3]]);
  });

  it('hands over once what it is asked for earlier', () => {
    batch.add(1);
    batch.flush();
    batch.flush();
    jest.advanceTimersByTime(1_000);
    expect(delivered).toEqual([[1]]);
    expect(draw).toBeUndefined();
  });

  it('drops what has not been handed over when it is closed', () => {
    batch.add(1);
    batch.close();
    jest.advanceTimersByTime(1_000);
    expect(delivered).toEqual([]);
    expect(draw).toBeUndefined();
  });
});
