import type { ReactNode } from 'react';
import { AskConsequence } from './ask-consequence.tsx';
import type { Ask } from './ask.ts';

/** What happens without an answer, and the buttons that settle it. Where asks scroll by themselves it stays in view. */
export function AskFooter({ ask, children }: { readonly ask: Ask; readonly children: ReactNode }) {
  return (
    <div className="-mb-3.5 flex flex-wrap items-center gap-x-4 gap-y-2.5 bg-surface pt-3.5 pb-3.5 md:in-data-scrolling:sticky md:in-data-scrolling:bottom-0">
      <AskConsequence ask={ask} />
      <div className="flex items-center gap-2 max-sm:w-full max-sm:flex-wrap-reverse max-sm:*:grow">
        {children}
      </div>
    </div>
  );
}
