'use client';

import { ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { cn } from '../lib/cn.ts';

/** Buttons in a row that scrolls sideways where it is too narrow for them, and shows it while more follow. */
export function ScrollStrip({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const strip = useRef<HTMLDivElement>(null);
  const [hasMore, setHasMore] = useState(false);
  useEffect(() => {
    const element = strip.current;
    if (!element) return;
    const look = () => setHasMore(element.scrollWidth - element.clientWidth - element.scrollLeft > 1);
    const observer = new ResizeObserver(look);
    for (const each of [element, ...element.children]) observer.observe(each);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  return (
    <div className="relative -mx-4 min-w-0 sm:mx-0">
      <div
        ref={strip}
        role="group"
        aria-label={label}
        className={cn(
          'flex gap-0.5 overflow-x-auto px-4 sm:px-0',
          hasMore && 'mask-[linear-gradient(to_right,black_calc(100%-3.5rem),transparent_calc(100%-1.5rem))]',
        )}
      >
        {children}
      </div>
      {hasMore && (
        <ChevronRight
          size={16}
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-1.5 -translate-y-1/2 text-fg-3"
        />
      )}
    </div>
  );
}
