/** Something that the person at the keyboard can mend: shown as one line, without a stack. */
export class Failure extends Error {
  name = 'Failure';

  /**
   * @param {string} message what is wrong and what to do
   * @param {{details?: string, cause?: unknown}} [more] `details` is shown below the line
   */
  constructor(message, { details, cause } = {}) {
    super(message, { cause });
    this.details = details;
  }
}
