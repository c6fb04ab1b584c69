import type {
  components,
  Json,
} from '@stagecraft/backstage-plugin-orchestrator-common';

type Difference = components['schemas']['ValueDifference'];
type Side = Json | undefined;

/** The places where two values differ, outermost first. Lists are compared by position. */
export function* differencesOf(
  a: Side,
  b: Side,
  pointer = '',
): Generator<Difference, void, void> {
  if (
    isContainer(a) &&
    isContainer(b) &&
    Array.isArray(a) === Array.isArray(b)
  ) {
    const [left, right] = [new Map(entriesOf(a)), new Map(entriesOf(b))];
    for (const key of new Set([...left.keys(), ...right.keys()])) {
      const within = `${pointer}/${escaped(key)}`;
      yield* differencesOf(left.get(key), right.get(key), within);
    }
  } else if (a !== b) {
    yield {
      pointer,
      ...(a !== undefined && { a }),
      ...(b !== undefined && { b }),
    };
  }
}

function isContainer(value: Side): value is Json & object {
  return typeof value === 'object' && value !== null;
}

function entriesOf(value: Json & object): [string, Json][] {
  return Object.entries(value);
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
