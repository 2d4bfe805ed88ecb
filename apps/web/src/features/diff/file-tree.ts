/** A folder with what is in it, or a file. */
export type TreeNode<T> =
  | {
      readonly kind: 'folder';
      readonly path: string;
      readonly name: string;
      readonly children: readonly TreeNode<T>[];
    }
  | { readonly kind: 'file'; readonly path: string; readonly name: string; readonly file: T };

/** Where the documents about a change are, which come after what changed. */
const ABOUT_CHANGES = 'docs/changes/';

/** Files as a tree, folders first, documents about the change last; a folder that holds nothing but one folder stands in one line with it. */
export function fileTree<T extends { readonly path: string }>(files: readonly T[], at = ''): TreeNode<T>[] {
  const folders = new Map<string, T[]>();
  const here: TreeNode<T>[] = [];
  for (const file of files) {
    const [name = '', ...rest] = file.path.slice(at.length).split('/');
    if (rest.length === 0) here.push({ kind: 'file', path: file.path, name, file });
    else folders.set(name, [...(folders.get(name) ?? []), file]);
  }
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'en');
  const inside = [...folders].map(([name, within]) => folder(name, `${at}${name}/`, within));
  const nodes = [...inside.sort(byName), ...here.sort(byName)];
  const isAbout = ({ path }: TreeNode<T>) => path.startsWith(ABOUT_CHANGES);
  return [...nodes.filter((node) => !isAbout(node)), ...nodes.filter(isAbout)];
}

/** The files in the order in which the tree shows them. */
export function inTreeOrder<T extends { readonly path: string }>(files: readonly T[]): T[] {
  const flatten = (nodes: readonly TreeNode<T>[]): T[] =>
    nodes.flatMap((node) => (node.kind === 'file' ? [node.file] : flatten(node.children)));
  return flatten(fileTree(files));
}

function folder<T extends { readonly path: string }>(
  name: string,
  path: string,
  files: readonly T[],
): TreeNode<T> {
  const children = fileTree(files, path);
  const [only] = children;
  if (children.length === 1 && only?.kind === 'folder') return { ...only, name: `${name}/${only.name}` };
  return { kind: 'folder', path, name, children };
}
