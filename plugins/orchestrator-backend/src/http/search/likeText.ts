/** The SQL pattern of what contains a text; what patterns give a meaning stands for itself. */
export function likeText(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
