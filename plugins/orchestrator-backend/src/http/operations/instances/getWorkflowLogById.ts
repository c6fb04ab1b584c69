import type { Operation } from '../../Operation';
import { presentLogLine } from '../../present/presentLogLine';

/** As many lines as one answer has: the last ones. */
const MAX_LINES = 10_000;

/** Tells the log lines of an instance; `rawlog` leaves out the time and the level before each. */
export const getWorkflowLogById: Operation<'getWorkflowLogById'> =
  ({ instances, callerOf }) =>
  async (req, res) => {
    const { instanceId } = req.params;
    const isRaw = String(req.query.rawlog) === 'true';
    const page = await instances.readHistory(
      { instanceId, order: 'desc', limit: MAX_LINES },
      await callerOf(req),
    );
    const logs = [...page.items]
      .reverse()
      .map(presentLogLine)
      .map(line => ({
        id: String(line.offset),
        log: isRaw
          ? line.message
          : `${line.time} ${line.level.toUpperCase()} ${line.message}`,
      }));
    res.json({ instanceId, logs });
  };
