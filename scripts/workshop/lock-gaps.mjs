/**
 * @typedef {{ version?: string, dev?: boolean, optionalDependencies?: Record<string, string> }} LockEntry
 * @typedef {{ name: string, version: string, dev: boolean }} LockGap
 */

/**
 * The optional packages that packages of a lock file want in an exact version and the file does not hold. They are programs for other systems:
 * npm leaves out what it cannot use or find when it writes the file, and `npm ci` may then refuse the file, here or on such a system.
 * @param {Record<string, LockEntry>} entries the `packages` of a lock file
 * @returns {LockGap[]}
 */
export function lockGaps(entries) {
  /** @type {Map<string, LockGap>} */
  const gaps = new Map();
  for (const [owner, { optionalDependencies = {}, dev = false }] of Object.entries(entries)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (!/^\d+\.\d+\.\d+[-.\w]*$/.test(version) || isWithinReach(entries, owner, name)) continue;
      gaps.set(name, { name, version, dev });
    }
  }
  return [...gaps.values()];
}

/**
 * True when a package finds another in its own node_modules, in one beside it, or at the top.
 * @param {Record<string, LockEntry>} entries
 * @param {string} owner folder of the package
 * @param {string} name
 */
function isWithinReach(entries, owner, name) {
  const steps = owner.split('/node_modules/');
  const folders = steps.map((_, index) => steps.slice(0, steps.length - index).join('/node_modules/'));
  return [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`].some(
    (folder) => entries[folder] !== undefined,
  );
}

const systems = /-(android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)-([a-z0-9]+)(?:-([a-z]+))?$/;

/**
 * The system that a package is for, from its name: `binding-linux-arm64-musl`.
 * @param {string} name
 * @returns {{ os: string[], cpu: string[], libc: string[] | null }}
 */
export function systemOf(name) {
  const [, os, cpu, kind = ''] = systems.exec(name.replace(/^@[^/]+\//, '-')) ?? [];
  if (os === undefined || cpu === undefined) throw new Error(`${name} does not say for which system it is`);
  const libc = os !== 'linux' || kind === '' ? null : [kind.startsWith('musl') ? 'musl' : 'glibc'];
  return { os: [os], cpu: [cpu], libc };
}
