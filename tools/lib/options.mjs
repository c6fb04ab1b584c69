import { parseArgs } from 'node:util';
import { Failure } from './Failure.mjs';

/**
 * Reads a command's options.
 *
 * @param {import('node:util').ParseArgsConfig['options']} options
 * @param {string} usage shown with every complaint
 */
export function readOptions(options, usage) {
  try {
    return parseArgs({ options, allowPositionals: false }).values;
  } catch (error) {
    throw new Failure(`${error.message}\nusage: ${usage}`, { cause: error });
  }
}

/** @param {string} text @param {string} name */
export function readPort(text, name) {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Failure(`${name} must be a port from 1 to 65535, not "${text}"`);
}

/** @param {string | undefined} text comma-separated @returns {string[]} */
export const readList = text => text?.split(',').filter(Boolean) ?? [];
