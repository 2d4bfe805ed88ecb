'use client';

import { useEffect, useState } from 'react';
import type { Locale } from '../../lib/format.ts';
import { emptyDraft, type Draft } from './draft.ts';

const DRAFT_KEY = 'ccs-new-task';

/** What is typed into the form, kept by this browser until it is sent. */
export function useDraft(language: Locale) {
  const [stored] = useState(readDraft);
  const [draft, setDraft] = useState<Draft>(() => ({ ...emptyDraft(language), ...stored }));
  useEffect(() => {
    const isEmpty = draft.title === '' && draft.prompt === '';
    try {
      if (isEmpty) localStorage.removeItem(DRAFT_KEY);
      else localStorage.setItem(DRAFT_KEY, JSON.stringify(draft));
    } catch {}
  }, [draft]);
  return { draft, setDraft, isRestored: stored !== null };
}

/** Forgets the stored draft, once the server has it. */
export function clearDraft(): void {
  try {
    localStorage.removeItem(DRAFT_KEY);
  } catch {}
}

function readDraft(): Partial<Draft> | null {
  try {
    const text = localStorage.getItem(DRAFT_KEY);
    return text === null ? null : (JSON.parse(text) as Partial<Draft>);
  } catch {
    return null;
  }
}
