import { DecoratorHandler, type Dispatcher } from 'undici';

/**
 * A dispatcher that asks a last question of each request: when a connection is there and its turn has come, right before its first bytes
 * are written. When the question throws, nothing is written.
 *
 * @param text - the body, when that is a text: `fetch` would hand it over in pieces, turns after the question
 */
export function askingLast(
  dispatcher: Dispatcher,
  ask: () => void,
  text: string | undefined,
): Dispatcher {
  return dispatcher.compose(
    dispatch => (options, handler) =>
      dispatch(
        text === undefined ? options : { ...options, body: text },
        asked(handler, ask),
      ),
  );
}

function asked(
  handler: Dispatcher.DispatchHandler,
  ask: () => void,
): Dispatcher.DispatchHandler {
  const decorated: Dispatcher.DispatchHandler = new DecoratorHandler(handler);
  const start = decorated.onRequestStart?.bind(decorated);
  decorated.onRequestStart = (...started) => {
    ask();
    start?.(...started);
  };
  return decorated;
}
