'use client';

import { useEffect, type RefObject } from 'react';

/** Within this distance from the end, in pixels, a person is at the end. */
const END_PX = 60;

/**
 * Keeps the end in view, whatever grows or shrinks, rows that are measured or the view itself, until the person scrolls
 * up; and again once they are back at the end. `scroller` holds one element with all the content.
 */
export function useStickToEnd(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current;
    const content = element?.firstElementChild;
    if (!element || !content) return;
    let sticks = true;
    let before = { top: element.scrollTop, height: element.scrollHeight, view: element.clientHeight };
    const onScroll = () => {
      const now = { top: element.scrollTop, height: element.scrollHeight, view: element.clientHeight };
      const isAtEnd = now.height - now.top - now.view <= END_PX;
      // A change of size moves the place by itself; only without one it was the person.
      const isPerson = now.height === before.height && now.view === before.view;
      if (isAtEnd) sticks = true;
      else if (isPerson && now.top < before.top) sticks = false;
      before = now;
    };
    const observer = new ResizeObserver(() => {
      if (sticks) element.scrollTop = element.scrollHeight;
    });
    element.addEventListener('scroll', onScroll, { passive: true });
    observer.observe(element);
    observer.observe(content);
    return () => {
      element.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, [scroller]);
}
