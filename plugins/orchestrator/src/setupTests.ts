import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

/** The first page to load in a test file compiles what it needs. */
configure({ asyncUtilTimeout: 30_000 });
jest.setTimeout(90_000);

const VIEWPORT_WIDTH = 1280;

/** jsdom has no layout: media queries about the width are answered for a desktop window. */
window.matchMedia = query => ({
  matches: isAtWidth(query, VIEWPORT_WIDTH),
  media: query,
  onchange: null,
  addListener: () => {},
  removeListener: () => {},
  addEventListener: () => {},
  removeEventListener: () => {},
  dispatchEvent: () => false,
});

function isAtWidth(query: string, width: number): boolean {
  const least = /min-width: *(\d+)/.exec(query)?.[1];
  const most = /max-width: *(\d+)/.exec(query)?.[1];
  if (!least && !most) return false;
  return width >= Number(least ?? 0) && width <= Number(most ?? Infinity);
}
