import {
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import { navModule } from './navModule';

describe('navModule', () => {
  it('lists workflows first and settings last, and leaves the visualizer out', async () => {
    renderTestApp({
      initialRouteEntries: ['/catalog'],
      features: [
        navModule,
        pluginWithPage('user-settings', 'Settings'),
        pluginWithPage('catalog', 'Catalog'),
        pluginWithPage('app-visualizer', 'Visualizer'),
        pluginWithPage('tech-radar', 'Radar'),
        pluginWithPage('orchestrator', 'Orchestrator'),
      ],
    });

    const bar = await screen.findByRole('navigation', { name: 'sidebar nav' });
    const names = within(bar)
      .getAllByRole('link')
      .map(link => link.getAttribute('aria-label') ?? link.textContent);

    expect(names).toEqual([
      'Orchestrator, home',
      'Orchestrator',
      'Catalog',
      'Radar',
      'Settings',
    ]);
  });
});

function pluginWithPage(pluginId: string, title: string) {
  const page = PageBlueprint.make({
    params: {
      path: `/${pluginId}`,
      title,
      icon: <svg />,
      routeRef: createRouteRef(),
      loader: async () => <h1>{title}</h1>,
    },
  });
  return createFrontendPlugin({ pluginId, extensions: [page] });
}
