import { isMap, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';

/** Makes each `then` of a list's tasks that leads to one of its tasks lead to it by its new name. */
export function redirect(list: YAMLSeq, from: string, to: string): void {
  for (const owner of directiveOwners(list)) {
    const then = owner.get('then', true);
    if (isScalar(then) && then.value === from) then.value = to;
  }
}

/** Whatever may hold a `then`: tasks, their cases, their `catch`. */
function directiveOwners(list: YAMLSeq): readonly YAMLMap[] {
  return namedValues(list).flatMap(task => {
    const caught = task.get('catch', true);
    return [
      task,
      ...namedValues(task.get('switch', true)),
      ...(isMap(caught) ? [caught] : []),
    ];
  });
}

/** The values of a list of `{name: value}`. */
function namedValues(list: unknown): readonly YAMLMap[] {
  if (!isSeq(list)) return [];
  return list.items
    .filter(isMap)
    .flatMap(({ items }) => items.map(({ value }) => value).filter(isMap));
}
