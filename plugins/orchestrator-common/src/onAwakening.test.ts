import { onAwakening } from './onAwakening';

it('calls back when the network is there again and when the page comes into sight, until it is ended', () => {
  let calls = 0;
  const end = onAwakening(() => {
    calls += 1;
  });
  window.dispatchEvent(new Event('online'));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(calls).toBe(2);
  end();
  window.dispatchEvent(new Event('online'));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(calls).toBe(2);
});
