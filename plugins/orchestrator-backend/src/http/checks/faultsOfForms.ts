import type { Fault } from '@stagecraft/backstage-plugin-orchestrator-engine';

const noneFits = 'must match exactly one schema in oneOf';
const amongValues = /^must be equal to one of the allowed values: (.*)$/s;

/**
 * The faults, but one for each place where one of several forms may stand and none does.
 *
 * Of such a place the validator tells how its value differs from every form, also from those that it was not meant to have.
 */
export function faultsOfForms(faults: readonly Fault[]): readonly Fault[] {
  const places = new Set(
    faults.filter(isOfForms).map(({ pointer }) => pointer),
  );
  const isIn = (place: string) => (fault: Fault) =>
    fault.pointer === place || fault.pointer.startsWith(`${place}/`);
  const others = faults.filter(
    fault => ![...places].some(place => isIn(place)(fault)),
  );
  const within = [...places].flatMap(place => {
    const inside = faults.filter(isIn(place));
    const isDeepest = inside.every(
      fault => !isOfForms(fault) || fault.pointer === place,
    );
    return isDeepest ? faultsOf(place, inside) : [];
  });
  return [...others, ...within];
}

function isOfForms({ message }: Fault): boolean {
  return message === noneFits;
}

/** What no form allows is what is wrong; without that there is only to say that none of them fits. */
function faultsOf(place: string, inside: readonly Fault[]): readonly Fault[] {
  const refused = [...valuesByPointer(inside)]
    .filter(([, values]) => values.length > 1)
    .map(([pointer, values]) => ({
      pointer,
      message: `must be one of ${values.join(', ')}`,
    }));
  return refused.length > 0
    ? refused
    : [{ pointer: place, message: 'has none of the forms that it may have' }];
}

/** What each form would have allowed, by the place of the value that it does not allow. */
function valuesByPointer(faults: readonly Fault[]): Map<string, string[]> {
  const allowed = new Map<string, string[]>();
  for (const { pointer, message } of faults) {
    const values = amongValues.exec(message)?.[1];
    if (values === undefined) continue;
    allowed.set(pointer, [...(allowed.get(pointer) ?? []), values]);
  }
  return allowed;
}
