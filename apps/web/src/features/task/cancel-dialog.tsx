'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface Props {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onConfirm: () => void;
}

export function CancelDialog({ open, onOpenChange, onConfirm }: Props) {
  const t = useTranslations('operation');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('cancelTitle')} description={t('cancelBody')}>
      <div className="flex justify-end gap-2">
        <Button onClick={() => onOpenChange(false)}>{t('keep')}</Button>
        <Button
          look="danger"
          onClick={() => {
            onOpenChange(false);
            onConfirm();
          }}
        >
          {t('cancelConfirm')}
        </Button>
      </div>
    </Dialog>
  );
}
