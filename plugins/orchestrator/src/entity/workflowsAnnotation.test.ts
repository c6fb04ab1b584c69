import { hasWorkflows, namedWorkflows } from './workflowsAnnotation';

function annotated(text?: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'payments',
      ...(text !== undefined && {
        annotations: { 'orchestrator.io/workflows': text },
      }),
    },
  };
}

it.each([
  ['["hello", "retire"]', ['hello', 'retire']],
  ['[]', []],
])('reads %s as the workflows %j', (text, ids) => {
  expect(namedWorkflows(annotated(text))).toEqual({ ids });
});

it.each(['hello', '{"id": "hello"}'])('says what is wrong with %s', text => {
  const { ids, problem } = namedWorkflows(annotated(text));
  expect(ids).toEqual([]);
  expect(problem).toContain(`not '${text}'`);
});

it('takes an entity without the annotation for one without workflows', () => {
  expect(hasWorkflows(annotated('[]'))).toBe(true);
  expect(hasWorkflows(annotated())).toBe(false);
  expect(namedWorkflows(annotated())).toEqual({ ids: [] });
});
