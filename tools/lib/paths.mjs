import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = resolve(fileURLToPath(import.meta.url), '../../..');

/** @param {...string} parts relative to the repository's root */
export const fromRoot = (...parts) => join(root, ...parts);
