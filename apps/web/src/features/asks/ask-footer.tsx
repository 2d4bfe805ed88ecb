import type { ReactNode } from 'react';
import { AskConsequence } from './ask-consequence.tsx';
import type { Ask } from './ask.ts';

/** What happens without an answer, and the buttons that settle it; in view however long the rest is. */
export function AskFooter({ ask, children }: { readonly ask: Ask; readonly children: ReactNode }) {
  return (
    <div className="sticky bottom-0 -mb-3.5 flex flex-wrap items-center gap-x-4 gap-y-2.5 bg-surface pt-3 pb-3.5">
      <AskConsequence ask={ask} />
      <div className="flex items-center gap-2 max-sm:w-full max-sm:flex-wrap-reverse max-sm:*:grow">
        {children}
      </div>
    </div>
  );
}
