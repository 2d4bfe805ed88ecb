'use client';

import { createContext, useContext, type ReactNode } from 'react';
import ReactMarkdown, { type Components, type ExtraProps } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { markBlocks } from './mark-blocks.ts';
import { SAFE_COMPONENTS } from './markdown.tsx';

/** A block of a document by its lines in the source, both included. */
export interface Block {
  readonly from: number;
  readonly to: number;
  /** Up to here no other block begins. */
  readonly last: number;
}

type Frame = (block: Block, children: ReactNode) => ReactNode;

const FrameContext = createContext<Frame | null>(null);
const REMARK = [remarkGfm];
const REHYPE = [markBlocks];
const COMPONENTS: Components = { ...SAFE_COMPONENTS, section: FramedBlock };

/** Markdown as a document, each of its blocks in a frame. */
export function BlockMarkdown({ text, frame }: { readonly text: string; readonly frame: Frame }) {
  return (
    <FrameContext value={frame}>
      <div className="prose">
        <ReactMarkdown remarkPlugins={REMARK} rehypePlugins={REHYPE} components={COMPONENTS}>
          {text}
        </ReactMarkdown>
      </div>
    </FrameContext>
  );
}

function FramedBlock({ node, children }: { readonly children?: ReactNode } & ExtraProps) {
  const frame = useContext(FrameContext);
  const position = node?.position;
  // Footnotes are gathered in a section of their own, which has no place.
  if (!frame || !position) return <div>{children}</div>;
  return frame(
    { from: position.start.line, to: position.end.line, last: Number(node.properties['lastLine']) },
    children,
  );
}
