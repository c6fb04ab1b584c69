import axe from 'axe-core';

const grave = ['serious', 'critical'];

/**
 * What axe finds wrong with a page for people who see little or use no mouse, where it is serious or critical.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>} a line for each rule that is broken, with the first places
 */
export async function graveFindings(page) {
  await page.evaluate(axe.source);
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
