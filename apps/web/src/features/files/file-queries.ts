'use client';

import type { FileContent, FileEntry } from '@ccs/contract';
import { useQuery } from '@tanstack/react-query';
import { apiGet } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';

/** One folder of a workspace; folders before files. */
export function useFolder(taskId: string, path: string) {
  return useQuery({
    queryKey: queryKeys.folder(taskId, path),
    queryFn: ({ signal }) =>
      apiGet<{ items: FileEntry[] }>(`/tasks/${taskId}/files`, { query: { path }, signal }),
    select: ({ items }) =>
      items.toSorted((a, b) => a.type.localeCompare(b.type) || a.name.localeCompare(b.name)),
  });
}

/** The content of a file of a workspace. */
export function useFile(taskId: string, path: string) {
  return useQuery({
    queryKey: queryKeys.file(taskId, path),
    queryFn: ({ signal }) =>
      apiGet<FileContent>(`/tasks/${taskId}/files/content`, { query: { path }, signal }),
  });
}
