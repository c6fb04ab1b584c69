const HEIGHT = 400;

/** Gives all elements a height, which jsdom does not: what draws only what is in view then draws something. */
export function withHeights(): void {
  for (const name of ['offsetHeight', 'clientHeight'] as const) {
    Object.defineProperty(HTMLElement.prototype, name, {
      configurable: true,
      get(this: HTMLElement) {
        return this.hasAttribute('data-index') ? 25 : HEIGHT;
      },
    });
  }
  window.HTMLElement.prototype.scrollTo = () => {};
}
