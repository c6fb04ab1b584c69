import { mkdirSync } from 'node:fs';
import { Failure } from '../lib/Failure.mjs';
import { graveFindings } from './accessibility.mjs';

const viewport = { width: 1400, height: 1200 };
/** How long a page may take to be laid out for another size of the screen. */
const laidOutMs = 3_000;

const telephone = 390;
const loading = '[role=progressbar]:not([aria-valuenow="100"])';
const unfinished = `main [aria-busy=true], main .bui-Skeleton, ${loading}`;
const patienceMs = 30_000;

/** Somebody who looks at the portal in a browser, keeps screenshots, and notes every error of the console. */
export class Visitor {
  /** @type {string[]} */
  consoleErrors = [];
  #folder;
  #url;

  /**
   * @param {import('playwright-core').Browser} browser
   * @param {{url: string, folder: string}} options of the portal; for the screenshots
   */
  static async enter(browser, { url, folder }) {
    mkdirSync(folder, { recursive: true });
    const visitor = new Visitor();
    visitor.#url = url;
    visitor.#folder = folder;
    const context = await browser.newContext({
      viewport,
      reducedMotion: 'reduce', // pictures show what is, not what is on its way
    });
    visitor.page = await context.newPage();
    visitor.page.setDefaultTimeout(patienceMs);
    visitor.#listen();
    return visitor;
  }

  async signIn() {
    await this.goTo('/');
    await this.press('Enter');
    await this.seeHeading('Workflows');
  }

  async goTo(path) {
    await this.page.goto(`${this.#url}${path}`);
  }

  /** Waits for a heading: what tells that a page is there. */
  async seeHeading(name) {
    await this.page.getByRole('heading', { name }).first().waitFor();
  }

  async seeText(text) {
    await this.page.getByText(text).first().waitFor();
  }

  async follow(name) {
    await this.page.getByRole('link', { name }).first().click();
  }

  async press(name) {
    await this.page.getByRole('button', { name }).first().click();
  }

  /** Presses a button of the question that is asked, and waits until it is answered. */
  async pressInDialog(name) {
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** Looks at pages on a screen as narrow as a telephone's. */
  async onTelephone(look) {
    await this.onWidth(telephone, look);
  }

  /** Looks at pages on a screen of another width. @param {number} width in pixels */
  async onWidth(width, look) {
    await this.page.setViewportSize({ ...viewport, width });
    await look();
    await this.page.setViewportSize(viewport);
  }

  /** Waits until the page is there, as is all that it loads at first. */
  async pageIsThere() {
    await this.page.locator('main').first().waitFor();
    await this.page.waitForFunction(
      selector => document.querySelector(selector) === null,
      unfinished,
    );
  }

  /** @param {string} what is looked at @throws {Failure} when axe finds something serious or critical on the page */
  async requireAccessible(what) {
    const findings = await graveFindings(this.page);
    if (findings.length === 0) return;
    throw new Failure(`${what}: ${findings.length} findings of axe`, {
      details: findings.join('\n'),
    });
  }

  /** @throws {Failure} when the page can be moved sideways, also after it has been laid out anew */
  async requireNoSidewaysScroll() {
    const fits = () =>
      document.documentElement.scrollWidth <= window.innerWidth;
    try {
      await this.page.waitForFunction(fits, undefined, { timeout: laidOutMs });
    } catch {
      const [content, width] = await this.page.evaluate(() => [
        document.documentElement.scrollWidth,
        window.innerWidth,
      ]);
      throw new Failure(
        `${this.page.url()} is ${content} px wide, not ${width}`,
      );
    }
  }

  /** Switches to the dark theme in the settings. */
  async inTheDark() {
    await this.goTo('/settings');
    await this.press('Dark');
    await this.page.locator('[data-theme-mode="dark"]').first().waitFor();
  }

  /** Leaves the portal; its pages are closed. */
  async leave() {
    await this.page.context().close();
  }

  /** Keeps a picture of the page, once nothing is loading any more. */
  async keepScreenshot(name) {
    await this.page.locator(loading).first().waitFor({ state: 'detached' });
    await this.page.evaluate(() => document.fonts.ready);
    await this.page.screenshot({
      path: `${this.#folder}/${name}.png`,
    });
  }

  /** Marks the document, so that {@link requireNoReload} tells whether it is still the same. */
  async rememberDocument() {
    await this.page.evaluate(() => (document.isRemembered = true));
  }

  async requireNoReload() {
    const isSame = await this.page.evaluate(
      () => document.isRemembered === true,
    );
    if (!isSame) throw new Failure('the page was reloaded');
  }

  /** @throws {Failure} when the console showed an error at any time */
  requireCleanConsole() {
    const { length } = this.consoleErrors;
    if (length === 0) return;
    throw new Failure(`the console showed ${length} errors`, {
      details: [...new Set(this.consoleErrors)].join('\n'),
    });
  }

  #listen() {
    const note = text => this.consoleErrors.push(`${this.page.url()}: ${text}`);
    this.page.on('console', message => {
      if (message.type() !== 'error') return;
      note(`${message.text()} (${message.location().url})`);
    });
    this.page.on('pageerror', error => note(error.stack ?? error.message));
  }
}
