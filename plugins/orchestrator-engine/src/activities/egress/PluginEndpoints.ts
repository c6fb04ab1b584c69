/**
 * Where the plugins of the portal itself answer, for URIs of the form `plugin://<pluginId>/<path>`.
 *
 * @public
 */
export interface PluginEndpoints {
  /**
   * @returns the base URL of the plugin's API without a trailing slash, and a token for that plugin alone
   * @throws when there is no such plugin
   */
  resolve(
    pluginId: string,
  ): Promise<{ readonly baseUrl: string; readonly token?: string }>;
}
