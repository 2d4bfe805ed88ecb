const CODE = /\.(?:[cm]?[jt]sx?|py)$/;
const TEST =
  /(?:^|\/)(?:tests?|__tests__|spec)\/.*\.(?:[cm]?[jt]sx?|py)$|\.(?:test|spec)\.[cm]?[jt]sx?$|(?:^|\/)tests?\.[cm]?[jt]s$|(?:^|\/)test_[^/]*\.py$|_test\.py$/;
const NO_TEST =
  /(?:^|\/)(?:fixtures?|helpers?|support|setup|utils?|mocks?|__mocks__|__init__|conftest)(?:[./]|$)|\.d\.ts$/i;
const NO_SOURCE =
  /(?:^|\/)(?:dist|build|vendor|node_modules|docs?|examples?|bench(?:marks?)?|scripts?)\/|(?:^|\/)(?:bench(?:mark)?s?|examples?)\.|\.config\.|\.min\.|\.d\.ts$|(?:^|\/)(?:setup|conftest|__init__)\.py$|(?:^|\/)\./;

/** True for a file that holds tests. */
export function isTestFile(path: string): boolean {
  return TEST.test(path) && !NO_TEST.test(path) && !/(?:^|\/)(?:node_modules|dist|e2e)\//.test(path);
}

/** The test that is the best model for another one: the one that lies nearest to the top. */
export function pickTest(files: string[]): string | undefined {
  return nearest(files.filter(isTestFile));
}

/** A source file that is no test, of the same family of languages as the test. */
export function pickSource(files: string[], test: string | undefined): string | undefined {
  const sources = files.filter((path) => CODE.test(path) && !TEST.test(path) && !NO_SOURCE.test(path));
  const isPython = test?.endsWith('.py');
  const alike = test === undefined ? sources : sources.filter((path) => path.endsWith('.py') === isPython);
  const isTypeScript = test !== undefined && /\.[cm]?tsx?$/.test(test);
  const exact = alike.filter((path) => /\.[cm]?tsx?$/.test(path) === isTypeScript);
  const best = exact.length > 0 ? exact : alike;
  return nearest(best.filter((path) => /^(?:src|lib|source)\//.test(path))) ?? nearest(best);
}

function nearest(paths: string[]): string | undefined {
  const depth = (path: string): number => path.split('/').length;
  return paths.toSorted((a, b) => depth(a) - depth(b) || a.length - b.length || a.localeCompare(b))[0];
}
