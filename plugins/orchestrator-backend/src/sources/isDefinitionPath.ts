/** Whether the path, or URL without query, is one of a file that may hold a definition. */
export function isDefinitionPath(path: string): boolean {
  return /\.(ya?ml|json)$/i.test(path);
}
