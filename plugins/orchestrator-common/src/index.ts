/**
 * The orchestrator's API for everyone who uses it: contract, client, permissions, and the fold from events to state.
 *
 * @packageDocumentation
 */
export * from './events';
export * from './taskKey';
