'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../../ui/button.tsx';

interface Props {
  /** null at the beginning. */
  readonly onPrevious: (() => void) | null;
  /** null at the end. */
  readonly onNext: (() => void) | null;
}

/** Goes to the file before and the next one. */
export function FileSteps({ onPrevious, onNext }: Props) {
  const t = useTranslations('diff');
  return (
    <>
      <Button
        look="quiet"
        size="icon"
        disabled={onPrevious === null}
        aria-label={t('previousFile')}
        title={`${t('previousFile')} (K)`}
        onClick={onPrevious ?? undefined}
      >
        <ChevronUp size={15} aria-hidden />
      </Button>
      <Button
        look="quiet"
        size="icon"
        disabled={onNext === null}
        aria-label={t('nextFile')}
        title={`${t('nextFile')} (J)`}
        onClick={onNext ?? undefined}
      >
        <ChevronDown size={15} aria-hidden />
      </Button>
    </>
  );
}
