'use client';

import { useEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the end of the log in view when the view itself becomes smaller, because a bar appears below or a window is
 * resized; nothing when the person has scrolled away. `isShown` tells whether the scroller is on the page.
 */
export function useStayAtEnd(
  scroller: RefObject<HTMLElement | null>,
  isShown: boolean,
  tolerancePx: number,
  scrollToEnd: () => void,
): void {
  const toEnd = useRef(scrollToEnd);
  useEffect(() => {
    toEnd.current = scrollToEnd;
  });
  useEffect(() => {
    const element = scroller.current;
    if (!isShown || element === null) return;
    let isAtEnd = true;
    const note = () => {
      isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight <= tolerancePx;
    };
    const observer = new ResizeObserver(() => {
      if (isAtEnd) toEnd.current();
    });
    element.addEventListener('scroll', note, { passive: true });
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', note);
      observer.disconnect();
    };
  }, [scroller, isShown, tolerancePx]);
}
