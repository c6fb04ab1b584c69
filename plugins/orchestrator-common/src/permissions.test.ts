import { isResourcePermission } from '@backstage/plugin-permission-common';
import { openApiSpec } from './generated/spec';
import { orchestratorPermissions } from './permissions';

describe('orchestratorPermissions', () => {
  it('have the names that policies refer to', () => {
    expect(
      orchestratorPermissions.map(permission => [
        permission.name,
        permission.attributes.action,
        isResourcePermission(permission) ? permission.resourceType : undefined,
      ]),
    ).toEqual([
      ['orchestrator.workflow', 'read', 'orchestrator-workflow'],
      ['orchestrator.workflow.use', 'update', 'orchestrator-workflow'],
      ['orchestrator.workflow.manage', 'update', undefined],
      ['orchestrator.instance.read', 'read', 'orchestrator-instance'],
      ['orchestrator.instance.act', 'update', 'orchestrator-instance'],
      ['orchestrator.instanceAdminView', 'read', undefined],
      ['orchestrator.workflowAdminView', 'read', undefined],
    ]);
  });

  it('are the ones that the contract speaks of, and each operation names one or says that there is none', () => {
    const names = orchestratorPermissions.map(permission => permission.name);
    const spoken = Object.values<Record<string, { description: string }>>(
      openApiSpec.paths ?? {},
    )
      .flatMap(operations => Object.values(operations))
      .filter(({ description }) => !description.includes('Permission: none'))
      .map(({ description }) =>
        [...description.matchAll(/`(orchestrator\.(?!v\d)[\w.]+)`/g)].map(
          match => match[1],
        ),
      );
    spoken.forEach(named => expect(named).not.toHaveLength(0));
    expect(new Set(spoken.flat())).toEqual(new Set(names));
  });
});
