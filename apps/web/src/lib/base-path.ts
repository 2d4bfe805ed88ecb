/** What Next.js puts before the name of every script that it builds. */
const SCRIPTS = '/_next/';

/**
 * The path under which the app is served, without a trailing slash: '' at the root, '/ccs' where it is mounted
 * there. Derived from the addresses of the page's own scripts: a page at an address that leads nowhere knows it, too.
 */
export function basePathOf(scripts: readonly string[]): string {
  const own = scripts.map((url) => new URL(url).pathname).find((path) => path.includes(SCRIPTS));
  return own?.slice(0, own.indexOf(SCRIPTS)) ?? '';
}
