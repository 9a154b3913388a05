/**
 * Null when `found` is recent enough, else one sentence that says what to do.
 * @param {string} found such as `20.19.0`
 * @returns {string | null}
 */
export function nodeComplaint(found) {
  const [major = 0, minor = 0] = found.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return null;
  return `Zhiheng needs Node.js 20.19 or later; this is ${found}. Install a newer one and run the command again.`;
}
