const PAGES = ['new', 'task'];

/**
 * The path under which the app is served, without a trailing slash: '' at the root, '/ccs' behind a proxy that
 * mounts it there. Derived from where the current page is, so that one build fits every place.
 */
export function basePathOf(pathname: string): string {
  const parts = pathname.split('/').filter((part) => part !== '' && part !== 'index.html');
  if (PAGES.includes(parts.at(-1) ?? '')) parts.pop();
  return parts.map((part) => `/${part}`).join('');
}
