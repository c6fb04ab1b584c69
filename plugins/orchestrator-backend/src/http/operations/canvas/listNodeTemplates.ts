import type { Operation } from '../../Operation';
import { objectOf } from '../../present/objectOf';

/** Lists what new tasks there can be. */
export const listNodeTemplates: Operation<'listNodeTemplates'> =
  ({ definitions, callerOf }) =>
  async (req, res) => {
    const templates = await definitions.listTemplates(await callerOf(req));
    const items = templates.map(({ schema, example, ...template }) => ({
      ...template,
      schema: objectOf(schema) ?? {},
      example: { ...example },
    }));
    res.json({ items });
  };
