/** Setting up failed for a reason that the terminal already shows; `code` becomes the exit code. */
export class SetupFault extends Error {
  /**
   * @param {string} message
   * @param {number} code
   */
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}
