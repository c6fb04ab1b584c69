import type { SwitchCase } from '../../language/WorkflowDefinition';
import { oneLine } from './oneLine';

/** `red: .color == "red"`; only the name of the default. */
export function describeCase({ name, when }: SwitchCase): string {
  return oneLine(when === undefined ? name : `${name}: ${when}`);
}
