/** The oldest Node that works, as in `engines` of package.json. */
const MINIMUM = { major: 20, minor: 19 };

/**
 * Whether a version such as `20.19.1` is new enough.
 * @param {string} version
 */
export function isSupportedNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > MINIMUM.major || (major === MINIMUM.major && minor >= MINIMUM.minor);
}

/** Ends the process with a clear message when this Node is too old. */
export function requireSupportedNode() {
  if (isSupportedNode(process.versions.node)) return;
  console.error(
    `Claude Code Server needs Node ${MINIMUM.major}.${MINIMUM.minor} or newer, but this is ${process.version} ` +
      `(${process.execPath}).\nInstall a newer one from https://nodejs.org and run the command again.`,
  );
  process.exit(1);
}
