/** The largest upload in bytes (contract: MAX_UPLOAD_BYTES). */
export const MAX_BYTES = 10 * 1024 * 1024;

/** Where an upload goes in the workspace: the path that was asked for, if it is one, else the folder of uploads. */
export function uploadPath(asked: string, fileName: string): string {
  const isPath = /^[^/\\]+(\/[^/\\]+)*\.[A-Za-z0-9]+$/.test(asked) && !/\s/.test(asked);
  return isPath ? asked : `uploads/${fileName}`;
}

/** The bytes of a file as base64. Rejects when the file cannot be read (any more). */
export function readAsBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the file could not be read')));
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve(url.slice(url.indexOf(',') + 1));
    });
    reader.readAsDataURL(file);
  });
}
