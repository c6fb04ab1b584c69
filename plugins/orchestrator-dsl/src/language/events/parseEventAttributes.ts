import { suggest, withSuggestion } from '../source/suggest';
import type { SourceMember, SourceNode } from '../source/SourceNode';

/** The attributes that CloudEvents 1.0 defines: all of them texts. @internal */
export const TEXT_ATTRIBUTES = [
  'id',
  'source',
  'specversion',
  'type',
  'time',
  'subject',
  'datacontenttype',
  'dataschema',
];

/** What the name of an extension attribute may be (CloudEvents 1.0, "Attribute Naming Convention"). */
const NAME = /^[a-z0-9]+$/;

/**
 * Reads an object of attributes of an event (DSL reference, "Event Properties"): those that CloudEvents defines and
 * extension attributes.
 *
 * @internal
 */
export function parseEventAttributes<T>(
  node: SourceNode,
  read: (attribute: SourceMember) => T,
): { readonly [attribute: string]: T } {
  if (!node.isObject()) node.reportType('an object of attributes of the event');
  return Object.fromEntries(
    node.members.map(member => {
      reportName(member);
      return [member.name, read(member)];
    }),
  );
}

function reportName({ name, value }: SourceMember): void {
  if (NAME.test(name)) return;
  const message = `\`${name}\` is not an attribute of an event: lower case letters and digits only`;
  value.reportAtKey({
    code: 'INVALID_NAME',
    ...withSuggestion(message, suggest(name, [...TEXT_ATTRIBUTES, 'data'])),
  });
}
