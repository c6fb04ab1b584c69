import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fromRoot } from '../paths.mjs';
import { lineAt } from './codeBlocksOf.mjs';

/** Links of a document to files, or headings of documents, that there are not. */
export function deadLinksOf({ path, text }) {
  const prose = text.replaceAll(/^ *```[\s\S]*?^ *```$/gm, block =>
    block.replaceAll(/[^\n]/g, ' '),
  );
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .filter(({ 1: target }) => !/^[a-z]+:/.test(target))
    .filter(({ 1: target }) => !leadsSomewhere(path, target))
    .map(
      ({ index, 1: target }) =>
        `${path}:${lineAt(text, index)}: there is no ${target}`,
    );
}

function leadsSomewhere(path, target) {
  const [file, heading] = target.split('#');
  const full = file === '' ? fromRoot(path) : fromRoot(dirname(path), file);
  if (!existsSync(full)) return false;
  if (heading === undefined || !full.endsWith('.md')) return true;
  return anchorsOf(readFileSync(full, 'utf8')).includes(heading);
}

/** What a heading is linked by: its words in lower case, joined by hyphens; numbered when there are several like it. */
export function anchorsOf(text) {
  const seen = new Map();
  const prose = text.replaceAll(/^ *```[\s\S]*?^ *```$/gm, '');
  return [...prose.matchAll(/^#+ +(.+)$/gm)].map(({ 1: heading }) => {
    const name = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .trim()
      .replaceAll(' ', '-');
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return count === 0 ? name : `${name}-${count}`;
  });
}
