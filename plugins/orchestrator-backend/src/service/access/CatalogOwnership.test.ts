import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ManualClock } from '../../__testUtils__/ManualClock';
import { CatalogOwnership } from './CatalogOwnership';

const entity = (name: string, owner: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  relations: [
    { type: 'ownedBy', targetRef: owner },
    { type: 'dependsOn', targetRef: 'group:default/others' },
  ],
});

function ownershipIn(
  catalog: Pick<
    ReturnType<typeof catalogServiceMock>,
    'getEntities' | 'getEntitiesByRefs'
  >,
) {
  const clock = new ManualClock();
  const ownership = new CatalogOwnership({
    catalog,
    clock,
    auth: mockServices.auth(),
    logger: mockServices.logger.mock(),
  });
  return { ownership, clock };
}

const catalog = () =>
  catalogServiceMock({
    entities: [
      entity('payments', 'group:default/team'),
      entity('shop', 'user:default/ada'),
    ],
  });

it('names what any of the claims owns, and nothing without claims', async () => {
  const { ownership } = ownershipIn(catalog());
  expect(
    await ownership.ownedBy(['group:default/team', 'user:default/bob']),
  ).toEqual(['component:default/payments']);
  expect(await ownership.ownedBy([])).toEqual([]);
});

it('names the owners of entities; of one that is not there, none', async () => {
  const { ownership } = ownershipIn(catalog());
  const refs = ['component:default/shop', 'component:default/gone'];
  expect([...(await ownership.ownersOf(refs))]).toEqual([
    ['component:default/shop', ['user:default/ada']],
    ['component:default/gone', []],
  ]);
});

it('asks the catalog again after half a minute, in whatever order the claims come', async () => {
  const asked = catalog();
  const getEntities = jest.spyOn(asked, 'getEntities');
  const { ownership, clock } = ownershipIn(asked);

  await ownership.ownedBy(['a', 'b']);
  await ownership.ownedBy(['b', 'a']);
  await clock.advance(29_999);
  await ownership.ownedBy(['a', 'b']);
  expect(getEntities).toHaveBeenCalledTimes(1);

  await clock.advance(1);
  await ownership.ownedBy(['a', 'b']);
  expect(getEntities).toHaveBeenCalledTimes(2);
});

it('lets nobody own anything while the catalog is away, and asks it again', async () => {
  let isAway = true;
  const working = catalog();
  const { ownership } = ownershipIn({
    getEntities: async (request, options) => {
      if (isAway) throw new Error('away');
      return working.getEntities(request, options);
    },
    getEntitiesByRefs: async () => {
      throw new Error('away');
    },
  });
  const claims = ['user:default/ada'];

  expect(await ownership.ownedBy(claims)).toEqual([]);
  expect((await ownership.ownersOf(['component:default/shop'])).size).toBe(0);
  isAway = false;
  expect(await ownership.ownedBy(claims)).toEqual(['component:default/shop']);
});
