'use client';

import { useEffect, useState } from 'react';

/** Something that changes and tells so. */
export interface Watchable {
  readonly version: number;
  watch(watcher: () => void): () => void;
}

/** Renders again after changes, at most once per frame, however many there are; not while the page is hidden. */
export function useFrameVersion(source: Watchable): number {
  const [version, setVersion] = useState(source.version);
  useEffect(() => {
    let frame = 0;
    const take = () => {
      frame = 0;
      setVersion(source.version);
    };
    take();
    const stop = source.watch(() => {
      if (frame === 0) frame = requestAnimationFrame(take);
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [source]);
  return version;
}
