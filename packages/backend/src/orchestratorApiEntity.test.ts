import { apiEntityV1alpha1Validator } from '@backstage/catalog-model';
import { orchestratorApiEntity } from './orchestratorApiEntity';

const entity = orchestratorApiEntity('http://localhost:7007');

it('is an API that the catalog takes', async () => {
  expect(await apiEntityV1alpha1Validator.check(entity)).toBe(true);
});

it('holds the whole contract, with the address of this portal to try it out', () => {
  const { openapi, paths, servers } = JSON.parse(entity.spec.definition);
  expect(openapi).toMatch(/^3\.1/);
  expect(paths['/v2/instances/bulk'].post.operationId).toBe('startBulkJob');
  expect(servers).toEqual([{ url: 'http://localhost:7007/api/orchestrator' }]);
});
