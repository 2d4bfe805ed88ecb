import path from 'node:path';

/** Whether `candidate` lies strictly inside `folder`; both absolute. `/data-evil` is not inside `/data`. */
export function isInside(folder: string, candidate: string): boolean {
  const relative = path.relative(folder, candidate);
  return (
    relative !== '' &&
    relative !== '..' &&
    !relative.startsWith(`..${path.sep}`) &&
    !path.isAbsolute(relative)
  );
}
