const banner =
  'Generated from src/openapi/openapi.yaml by `yarn generate`. Do not edit.';

/** A generated file of TypeScript, as it is committed. @param {string} text */
export function script(text) {
  return `// ${banner}\n/* eslint-disable */\n${tidy(text)}`;
}

/** The generators' comments as TSDoc: what types say already is left out, every export is public. */
export function documented(text) {
  return text
    .replace(/^ *\* @(interface|memberof|type|enum)\b.*\n/gm, '')
    .replace(/^( *)\/\*\* @enum .*\n/gm, '')
    .replace(/@description /g, '')
    .replace(/(\* )@default (.*?)(?= \*\/|$)/gm, '$1Default: $2.')
    .replace(/^ \* @export$/gm, ' * @public')
    .replace(/^\/\*\*\n(?: \*\s*\n)+ \* @public\n \*\/$/gm, '/** @public */')
    .replace(/^ *\/\*\*\n(?: *\*[ \t]*\n)+ *\*\/\n/gm, '')
    .replace(/(?<!\*\/\n)^(?=export (type|interface) )/gm, '/** @public */\n');
}

/** The generator imports the error model into every API but uses it nowhere, which strict TypeScript refuses. */
export function withoutUnusedImports(text) {
  const [imports] = /import type \{\n[^}]*\} from/.exec(text) ?? [];
  if (!imports) return text;
  const code = text.slice(text.indexOf(imports) + imports.length);
  const isUsed = line =>
    !line.endsWith(',') ||
    new RegExp(`\\b${line.trim().slice(0, -1)}\\b`).test(code);
  return text.replace(imports, imports.split('\n').filter(isUsed).join('\n'));
}

/**
 * Mends what the generator's Markdown gets wrong: it does not know below which path the API stands, takes the absence of
 * a default for one, sets descriptions as code, and escapes text as if it were HTML.
 */
export function page(text) {
  const said = text
    .replaceAll('*http://localhost*', '`/api/orchestrator`')
    .replace(/ ?\[default to null\]/g, '')
    .replace(/^ {4}(?=\S)/gm, '')
    .replace(/&(#39|#x60|#x3D|quot|lt|gt|amp);/g, (_, name) => entities[name]);
  return `<!-- ${banner} -->\n\n${tidy(said)}`;
}

const entities = {
  '#39': "'",
  '#x60': '`',
  '#x3D': '=',
  quot: '"',
  lt: '<',
  gt: '>',
  amp: '&',
};

function tidy(text) {
  return `${text.replace(/[ \t]+$/gm, '').trim()}\n`;
}
