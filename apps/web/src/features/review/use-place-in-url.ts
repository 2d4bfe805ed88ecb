'use client';

import { useSearchParams } from 'next/navigation';

/** Where in a review one is: a file (null: the overview, or nothing chosen yet) and a line to go to. */
export interface UrlPlace {
  readonly file: string | null;
  readonly line: number | null;
  go(file: string | null, line?: number | null): void;
}

/** The open file, kept in the address so that reload and links find it. */
export function usePlaceInUrl(): UrlPlace {
  const query = useSearchParams();
  const line = Number(query.get('line') ?? '');
  return {
    file: query.get('file'),
    line: Number.isInteger(line) && line >= 1 ? line : null,
    go(file, at = null) {
      const url = new URL(location.href);
      // '' is the overview, by choice.
      url.searchParams.set('file', file ?? '');
      if (at === null) url.searchParams.delete('line');
      else url.searchParams.set('line', String(at));
      history.replaceState(null, '', url);
    },
  };
}
