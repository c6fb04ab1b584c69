/**
 * Reads what the conformance kit uses of Gherkin: features with scenarios, steps, and texts between three quotes.
 *
 * @param {string} text
 * @returns {{name: string, scenarios: {name: string, steps: {text: string, doc?: string}[]}[]}}
 */
export function readFeature(text) {
  const feature = { name: '', scenarios: [] };
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index].trim();
    const [, keyword, rest] = /^(Feature|Scenario):\s*(.*)$/.exec(line) ?? [];
    const step = /^(?:Given|When|Then|And|But)\s+(.*)$/.exec(line)?.[1];
    if (keyword === 'Feature') feature.name = rest;
    if (keyword === 'Scenario')
      feature.scenarios.push({ name: rest, steps: [] });
    if (step) feature.scenarios.at(-1).steps.push({ text: step });
    if (line.startsWith('"""')) {
      const doc = readDoc(lines, index);
      feature.scenarios.at(-1).steps.at(-1).doc = doc.text;
      index = doc.end;
    }
  }
  return feature;
}

/** The text between the quotes, without their margin. */
function readDoc(lines, start) {
  const margin = lines[start].search(/\S/);
  const end = lines.findIndex(
    (line, index) => index > start && line.trim().startsWith('"""'),
  );
  if (end < 0)
    throw new Error(`the text that begins in line ${start + 1} does not end`);
  const text = lines.slice(start + 1, end).map(line => line.slice(margin));
  return { text: text.join('\n'), end };
}
