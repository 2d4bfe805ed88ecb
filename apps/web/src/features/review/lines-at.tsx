'use client';

import { useTranslations } from 'next-intl';
import { rangeText } from '../diff/line-range.ts';

/** "Line 12" or "Lines 12–15". */
export function LinesAt({ from, to }: { readonly from: number; readonly to: number | null }) {
  const t = useTranslations('review');
  const isOne = to === null || to === from;
  return <span className="nums">{t(isOne ? 'lineAt' : 'linesAt', { range: rangeText(from, to) })}</span>;
}
