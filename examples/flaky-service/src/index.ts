/**
 * A backend plugin that fails on purpose and keeps a log of every request, for examples and fault tests.
 *
 * @packageDocumentation
 */
export { flakyPlugin as default } from './plugin';
