'use client';

import { useState } from 'react';
import { useMedia } from '../../lib/use-media.ts';
import { type FileMode, modeOf } from './file-modes.ts';
import type { Against } from './review-queries.ts';
import type { ReviewFile } from './review-files.ts';

/** How files are looked at, kept from file to file. */
export interface FileView {
  readonly against: Against;
  /** What a diff looks like: side by side only where there is room. */
  readonly look: 'unified' | 'split';
  readonly canSplit: boolean;
  modeOf(file: ReviewFile): FileMode;
  setMode(file: ReviewFile, mode: FileMode): void;
  setAgainst(against: Against): void;
  setLook(look: 'unified' | 'split'): void;
}

/**
 * @param isAgain a round after the first: what changed since the last one is what to look at.
 */
export function useFileView(isAgain: boolean): FileView {
  const canSplit = useMedia('(min-width: 900px)');
  const [against, setAgainst] = useState<Against>(isAgain ? 'previous' : 'phase');
  const [look, setLook] = useState<'unified' | 'split'>('unified');
  const [documents, setDocuments] = useState<FileMode | null>(null);
  const [others, setOthers] = useState<FileMode | null>(null);
  return {
    against,
    look: canSplit ? look : 'unified',
    canSplit,
    modeOf: (file) => modeOf(file, file.isDocument ? documents : others, isAgain),
    setMode: (file, mode) => (file.isDocument ? setDocuments(mode) : setOthers(mode)),
    setAgainst,
    setLook,
  };
}
