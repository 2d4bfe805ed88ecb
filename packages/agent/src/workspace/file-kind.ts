import type { OutputFile } from '@ccs/core/task/model/events';

const ASSET = /\.(png|jpe?g|gif|webp|avif|ico|svg|woff2?|ttf|otf|mp[34]|webm|ogg|wav|pdf|zip)$/i;
const DOCUMENT = /\.(md|mdx|markdown|rst|adoc|txt)$/i;
const TEST = /(^|\/)(tests?|__tests__|spec|e2e)\/|[._-](test|spec)\.[^/]+$|(^|\/)test_[^/]+$|Tests?\.[a-z]+$/;
const CONFIG =
  /(^|\/)(\.[^/]+|package(-lock)?\.json|tsconfig[^/]*\.json|[^/]+\.config\.[cm]?[jt]s|Dockerfile[^/]*|Makefile|CMakeLists\.txt|go\.(mod|sum)|requirements[^/]*\.txt)$|\.(ya?ml|toml|ini|cfg|lock|properties|gradle|kts|csproj)$/;

/** What a file is to its reader, judged by its path. */
export function fileKind(path: string): OutputFile['kind'] {
  if (ASSET.test(path)) return 'asset';
  if (CONFIG.test(path)) return 'config';
  if (DOCUMENT.test(path)) return 'document';
  return TEST.test(path) ? 'test' : 'code';
}
