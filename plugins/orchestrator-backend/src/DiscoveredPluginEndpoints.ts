import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { PluginEndpoints } from '@stagecraft/backstage-plugin-orchestrator-engine';

/** Finds the portal's plugins by its discovery service; calls them as the orchestrator itself, with a token for that plugin. */
export class DiscoveredPluginEndpoints implements PluginEndpoints {
  readonly #discovery: DiscoveryService;
  readonly #auth: AuthService;

  constructor(options: { discovery: DiscoveryService; auth: AuthService }) {
    this.#discovery = options.discovery;
    this.#auth = options.auth;
  }

  async resolve(pluginId: string) {
    const baseUrl = await this.#discovery.getBaseUrl(pluginId);
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: pluginId,
    });
    return { baseUrl, token };
  }
}
