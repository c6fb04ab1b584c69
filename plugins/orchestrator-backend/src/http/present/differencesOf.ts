import type {
  components,
  Json,
} from '@stagecraft/backstage-plugin-orchestrator-common';

type Difference = components['schemas']['ValueDifference'];
type Side = Json | undefined;

/** The places where two values differ, outermost first. Lists are compared by position. */
export function differencesOf(a: Side, b: Side, pointer = ''): Difference[] {
  if (
    isContainer(a) &&
    isContainer(b) &&
    Array.isArray(a) === Array.isArray(b)
  ) {
    const [left, right] = [new Map(entriesOf(a)), new Map(entriesOf(b))];
    return [...new Set([...left.keys(), ...right.keys()])].flatMap(key =>
      differencesOf(
        left.get(key),
        right.get(key),
        `${pointer}/${escaped(key)}`,
      ),
    );
  }
  if (a === b) return [];
  return [
    {
      pointer,
      ...(a !== undefined && { a }),
      ...(b !== undefined && { b }),
    },
  ];
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
