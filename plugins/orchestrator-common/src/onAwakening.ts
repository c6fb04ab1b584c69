/**
 * Calls back when a browser has its network again, or its page comes back into sight, as after a machine has slept. Never elsewhere.
 *
 * @returns ends it
 */
export function onAwakening(listener: () => void): () => void {
  const { document } = globalThis;
  if (!document) return () => {};
  const onChange = () => {
    if (document.visibilityState === 'visible') listener();
  };
  globalThis.addEventListener('online', listener);
  document.addEventListener('visibilitychange', onChange);
  return () => {
    globalThis.removeEventListener('online', listener);
    document.removeEventListener('visibilitychange', onChange);
  };
}
