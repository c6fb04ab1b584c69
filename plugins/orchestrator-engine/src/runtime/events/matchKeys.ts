/**
 * The keys by which listeners are found.
 *
 * An expectation's **shape** is what of an event it gives a value for: attributes, and expressions to correlate by. Its key is the
 * hash of the shape and the values. The same shape makes a key of any event; where the two are equal, the event may be meant.
 * So one look into an index for each shape finds all candidates, however many wait for something else.
 */
import { createHash } from 'node:crypto';
import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { EventExpectation } from '../../interpreter/DurableHost';
import type { AwaitShape } from '../../store/EventStore';
import { canonicalJson } from './canonicalJson';
import type { EventReader } from './EventReader';

/** Attributes and correlations in a fixed order. */
interface Shape {
  readonly attributes: readonly string[];
  readonly from: readonly string[];
}

/** The shape of what is expected. */
export function shapeOf(expectation: EventExpectation): AwaitShape {
  const text = canonicalJson({ ...shapeIn(expectation) });
  return { id: sha256(text), text };
}

/** The key of what is expected. */
export function listenerKey(expectation: EventExpectation): string {
  const shape = shapeIn(expectation);
  const expected = new Map(
    fixedIn(expectation).map(({ from, expect }) => [from, expect]),
  );
  return keyOf(shape, [
    ...shape.attributes.map(name => expectation.literals[name]),
    ...shape.from.map(from => expected.get(from) ?? null),
  ]);
}

/** The key of an event by a shape; `undefined` when it lacks something of it. */
export function eventKey(
  { text }: AwaitShape,
  event: CloudEvent,
  reader: EventReader,
): string | undefined {
  const shape: Shape = JSON.parse(text);
  const values = [
    ...shape.attributes.map(name => event[name]),
    ...shape.from.map(from => reader.correlation(from, event)),
  ];
  return values.every(isPresent) ? keyOf(shape, values) : undefined;
}

function shapeIn(expectation: EventExpectation): Shape {
  return {
    attributes: Object.keys(expectation.literals).sort(),
    from: fixedIn(expectation)
      .map(({ from }) => from)
      .sort(),
  };
}

/** Correlations whose value is known, and for which the event alone is enough. */
function fixedIn({ correlations }: EventExpectation) {
  return correlations.filter(
    ({ expect, from }) => expect !== undefined && !from.includes('$'),
  );
}

function keyOf(shape: Shape, values: readonly Json[]): string {
  return sha256(canonicalJson([{ ...shape }, values]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function isPresent(value: Json | undefined): value is Json {
  return value !== undefined;
}
