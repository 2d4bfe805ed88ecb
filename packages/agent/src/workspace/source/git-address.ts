import { isAbsolute } from 'node:path';
import { WorkspaceSourceError } from './workspace-source-error.ts';

const SCHEMES = /^(https?|ssh|file):\/\/[^/\s]*\/?\S/i;
/** `user@host:path`, the short form of ssh; the user may not be left out, so that `ext::…` and `C:\…` are none. */
const SHORT_SSH = /^[\w.-]+@([A-Za-z0-9][\w.-]*|\[[\da-f:]+\]):(?!:)\S/i;
/** What stands between `//` and `@` of an address, wherever in a text. */
const CREDENTIALS = /(\b[a-z][a-z0-9+.-]*:\/\/)[^/?#\s]*@/gi;
/** What `git check-ref-format` refuses, and whatever looks like an option. */
const BAD_REF = /^[-/]|[\s~^:?*[\\\x00-\x1f\x7f]|\.\.|@\{|\/\/|[/.]$|\.lock$/;

/**
 * Why git must not be given this address or branch: git can start programs for some addresses (`ext::`, a host or a
 * branch that looks like an option). Null when it may.
 */
export function addressProblem(url: string, ref: string | null): string | null {
  if (/[\x00-\x1f\x7f]/.test(url) || url.startsWith('-') || !(SCHEMES.test(url) || SHORT_SSH.test(url))) {
    return 'The address must begin with https://, http://, ssh:// or file://, or be like git@host:path.';
  }
  const host = /^(?:https?|ssh):\/\/(?:[^/?#]*@)?([^/?#]*)/i.exec(url)?.[1];
  if (host === '' || host?.startsWith('-')) return 'The address names no host.';
  if (/^file:/i.test(url) && !isAbsolute(url.replace(/^file:\/\/(localhost)?/i, ''))) {
    return 'A file address must be like file:///folder.';
  }
  if (ref !== null && (ref === '' || BAD_REF.test(ref)))
    return `"${ref}" is not the name of a branch or tag.`;
  return null;
}

/** @throws WorkspaceSourceError when git must not be given this address or branch */
export function requireAddress(url: string, ref: string | null): void {
  const problem = addressProblem(url, ref);
  if (problem !== null) throw new WorkspaceSourceError(problem);
}

/** The text without the names and passwords of the addresses in it; `git@host:path` and `ssh://git@host` stay whole. */
export function withoutCredentials(text: string): string {
  return text.replace(CREDENTIALS, (whole, scheme: string) =>
    /^ssh:\/\/[\w.-]+@$/i.test(whole) ? whole : scheme,
  );
}
