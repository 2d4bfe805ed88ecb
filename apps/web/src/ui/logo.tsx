/** Four phases, rising. */
export function Logo() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden className="shrink-0 text-fg">
      <rect x="1" y="13" width="3.5" height="6" rx="1.2" fill="currentColor" opacity="0.4" />
      <rect x="5.8" y="9" width="3.5" height="10" rx="1.2" fill="currentColor" opacity="0.6" />
      <rect x="10.7" y="5" width="3.5" height="14" rx="1.2" fill="currentColor" opacity="0.8" />
      <rect x="15.5" y="1" width="3.5" height="18" rx="1.2" fill="currentColor" />
    </svg>
  );
}
