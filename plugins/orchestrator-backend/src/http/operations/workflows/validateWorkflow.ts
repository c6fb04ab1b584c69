import type { Operation } from '../../Operation';
import { readDefinitionText } from '../../requests/readDefinitionText';

/** Tells what is wrong with a definition. */
export const validateWorkflow: Operation<'validateWorkflow'> =
  ({ definitions, callerOf }) =>
  async (req, res) => {
    const text = readDefinitionText(req);
    const { isValid, problems } = await definitions.check(
      text,
      await callerOf(req),
    );
    res.json({ valid: isValid, problems: [...problems] });
  };
