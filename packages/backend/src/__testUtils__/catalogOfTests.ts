import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { Router } from 'express';

/** The catalog as far as the examples ask it: all components, one entity by its name, and how many there are of a kind. */
export function catalogOfTests(entities: readonly Entity[]) {
  return createBackendPlugin({
    pluginId: 'catalog',
    register({ registerInit }) {
      registerInit({
        deps: { httpRouter: coreServices.httpRouter },
        async init({ httpRouter }) {
          httpRouter.use(routerOver(entities));
        },
      });
    },
  });
}

function routerOver(entities: readonly Entity[]): Router {
  const router = Router();
  const ofKind = (kind: string) =>
    entities.filter(entity => entity.kind.toLowerCase() === kind);
  router.get('/entities/by-query', (_req, res) => {
    res.json({ items: ofKind('component') });
  });
  router.get('/entities/by-name/:kind/:namespace/:name', (req, res) => {
    const { kind, name } = req.params;
    const found = ofKind(kind).find(({ metadata }) => metadata.name === name);
    if (found) res.json(found);
    else res.status(404).json({ error: { name: 'NotFoundError' } });
  });
  router.get('/entity-facets', (_req, res) => {
    const kinds = [...new Set(entities.map(({ kind }) => kind))];
    const counts = kinds.map(value => ({
      value,
      count: ofKind(value.toLowerCase()).length,
    }));
    res.json({ facets: { kind: counts } });
  });
  return router;
}
