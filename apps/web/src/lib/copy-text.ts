/** Puts text on the clipboard; false when the browser refuses. Works without HTTPS, too. */
export async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  document.body.append(area);
  area.select();
  // The clipboard API exists only in secure contexts; this is the only way left on a plain LAN address.
  const isCopied = document.execCommand('copy');
  area.remove();
  return isCopied;
}
