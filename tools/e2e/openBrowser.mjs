import { existsSync } from 'node:fs';
import { Failure } from '../lib/Failure.mjs';

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** What a headless Chromium needs on a machine without display, and what keeps it from calling home. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @returns {Promise<import('playwright-core').Browser>} a headless Chromium of this machine */
export async function openBrowser() {
  const executablePath = places.find(place => place && existsSync(place));
  if (!executablePath) {
    throw new Failure(
      'there is no Chromium: apt-get install chromium, or name one by CHROMIUM=/path/to/it',
    );
  }
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, headless: true, args });
}
