'use client';

import { FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '../../lib/cn.ts';
import { formatBytes } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { WithCode } from '../../ui/with-code.tsx';
import { AskFooter } from './ask-footer.tsx';
import type { DependencyFormProps } from './dependency-form-props.ts';
import { RefuseButton } from './refuse-button.tsx';
import { MAX_BYTES, readAsBase64, uploadPath } from './upload.ts';

/** A file for the workspace: dropped or chosen. */
export function FileForm(props: DependencyFormProps) {
  const { ask, settle, isSending } = props;
  const t = useTranslations('ask');
  const [file, setFile] = useState<File | null>(null);
  const [isOver, setIsOver] = useState(false);
  const [isUnreadable, setIsUnreadable] = useState(false);
  const problem = isUnreadable
    ? t('fileUnreadable')
    : file && file.size > MAX_BYTES
      ? t('fileTooLarge', { size: formatBytes(file.size) })
      : null;
  const choose = (files: FileList | null) => {
    setIsOver(false);
    setIsUnreadable(false);
    setFile(files?.[0] ?? null);
  };
  const submit = () => {
    if (!file || problem !== null || isSending) return;
    readAsBase64(file).then(
      (content) => settle({ file: { name: file.name, content } }),
      () => setIsUnreadable(true),
    );
  };
  return (
    <>
      <label
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          choose(event.dataTransfer.files);
        }}
        className={cn(
          'mt-3 flex min-h-16 items-center gap-3 rounded-lg border border-dashed px-4 py-3 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
          isOver ? 'border-fg bg-hover' : 'border-line-strong bg-surface hover:border-fg-3',
        )}
      >
        <FileUp size={18} aria-hidden className="shrink-0 text-fg-3" />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">
            {file ? `${file.name} · ${formatBytes(file.size)}` : t('chooseFile')}
          </span>
          <span className="block text-sm text-fg-3">
            <WithCode
              text={file ? t('fileWhere', { path: uploadPath(ask.name, file.name) }) : t('fileLimit')}
            />
          </span>
        </span>
        <input
          type="file"
          className="sr-only"
          aria-label={t('fileFor', { name: ask.name })}
          onChange={(event) => choose(event.target.files)}
        />
      </label>
      {problem !== null && (
        <p role="alert" className="mt-1.5 text-sm text-fail">
          {problem}
        </p>
      )}
      <AskFooter ask={ask}>
        <RefuseButton {...props} />
        <Button look="primary" disabled={file === null || problem !== null || isSending} onClick={submit}>
          {isSending ? t('uploading') : t('upload')}
        </Button>
      </AskFooter>
    </>
  );
}
