/** The examples of a document, each with its place as `path:line`. */
export function codeBlocksOf({ path, text }) {
  return [...text.matchAll(/^( *)```(\w+)\n([\s\S]*?)^ *```$/gm)].map(
    ({ index, 1: indent, 2: language, 3: code }) => ({
      place: `${path}:${lineAt(text, index)}`,
      language,
      text: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  );
}

/** @returns the line of a document, from 1 */
export function lineAt(text, index) {
  return text.slice(0, index).split('\n').length;
}
