import { parseCondition } from '../parseCondition';
import { parseFlowDirective } from '../parseFlowDirective';
import type { ParseScope } from '../ParseScope';
import { reportDuplicateNames } from '../reportDuplicateNames';
import type { SourceMember, SourceNode } from '../source/SourceNode';
import type { SwitchCase, SwitchTask } from '../WorkflowDefinition';
import type { TaskParser } from './TaskParser';

/** DSL reference, "Switch". @internal */
export const parseSwitchTask: TaskParser<SwitchTask> = (task, base, scope) => ({
  ...base,
  kind: 'switch',
  switch: task.required('switch', node => parseCases(node, scope)),
});

function parseCases(node: SourceNode, scope: ParseScope): SwitchCase[] {
  const items = node.items('a list of cases');
  if (node.isArray() && items.length === 0) {
    const message = 'a switch needs at least one case';
    node.report({ code: 'INVALID_VALUE', message });
  }
  const members = items.flatMap(memberOf);
  reportDuplicateNames(members, 'case');
  reportSecondDefault(members);
  return members.map(({ name, value }) => parseCase(name, value, scope));
}

function memberOf(item: SourceNode): readonly SourceMember[] {
  if (!item.isObject()) item.reportType('a case (an object with its name)');
  else if (item.members.length !== 1) {
    const message = `a case has exactly one name, found ${item.members.length}; check the indentation`;
    item.report({ code: 'INVALID_VALUE', message });
  } else return item.members;
  return [];
}

function reportSecondDefault(cases: readonly SourceMember[]): void {
  const isDefault = ({ value }: SourceMember) =>
    value.isObject() && !value.member('when');
  const [first, ...others] = cases.filter(isDefault);
  for (const { name, value } of others) {
    const message = `\`${name}\` is a second default, after \`${first.name}\`; give one of them a \`when\``;
    value.reportAtKey({ code: 'DUPLICATE_DEFAULT', message });
  }
}

function parseCase(
  name: string,
  node: SourceNode,
  scope: ParseScope,
): SwitchCase {
  return node.object(
    reader => ({
      name,
      when: reader.optional('when', when => parseCondition(when, scope)),
      then: reader.required('then', then => parseFlowDirective(then, scope)),
    }),
    'a case (an object with `when` and `then`)',
  );
}
