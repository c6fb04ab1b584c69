import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fromRoot } from '../lib/paths.mjs';

const file = createRequire(fromRoot('package.json')).resolve(
  'axe-core/axe.min.js',
);
const grave = ['serious', 'critical'];

/**
 * What axe finds wrong with a page for people who see little or use no mouse, where it is serious or critical.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>} a line for each rule that is broken, with the first places
 */
export async function graveFindings(page) {
  await page.evaluate(readFileSync(file, 'utf8'));
  const violations = await page.evaluate(async () => {
    const found = await window.axe.run(document, {
      resultTypes: ['violations'],
    });
    return found.violations.map(({ id, impact, help, nodes }) => ({
      impact,
      text: `${id}: ${help}, ${nodes.length} times`,
      places: nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)),
    }));
  });
  return violations
    .filter(({ impact }) => grave.includes(impact))
    .map(({ text, places }) => [text, ...places].join('\n  '));
}
