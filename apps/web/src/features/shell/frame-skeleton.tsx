import { Logo } from '../../ui/logo.tsx';

/** The frame before the language is known: no words. */
export function FrameSkeleton() {
  return (
    <div className="flex h-(--bar) items-center border-b border-line px-4" aria-busy="true">
      <Logo />
    </div>
  );
}
