'use client';

import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';

/**
 * What an agent wrote is shown, never trusted: no raw HTML, links only to the web and in a new tab, and no pictures,
 * because loading one would tell its host.
 */
export const SAFE_COMPONENTS: Components = {
  a: ({ href, children }) =>
    href !== undefined && /^https?:/.test(href) ? (
      <a href={href} target="_blank" rel="noopener noreferrer">
        {children}
      </a>
    ) : (
      <span>{children}</span>
    ),
  img: ({ alt }) => <em>{alt}</em>,
  pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
};

const PLUGINS = [remarkGfm];

/** Markdown as a document. */
export function Markdown({ text }: { readonly text: string }) {
  return (
    <div className="prose">
      <ReactMarkdown remarkPlugins={PLUGINS} components={SAFE_COMPONENTS}>
        {text}
      </ReactMarkdown>
    </div>
  );
}
