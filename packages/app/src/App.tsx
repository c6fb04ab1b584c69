import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './nav/navModule';

/** The portal: the plugins among this package's dependencies (`app.packages: all`), plus its own navigation. */
export const app = createApp({ features: [navModule] });
