/**
 * The part of vitest's JSON report that counts.
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {{ status: string, name: string, assertionResults: { status: string }[] }[]} testResults one a file
 */

/**
 * Counts the tests of one vitest run. A file that could not even be loaded, a run that failed outside of its tests
 * (a broken set-up, an unhandled rejection) and a run without a report each count as one that failed.
 * @param {VitestReport | null} report null when vitest did not get as far as writing one
 * @param {boolean} exitedWell whether vitest's own exit code was 0
 */
export function countTests(report, exitedWell) {
  if (report === null) return { passed: 0, failed: 1 };
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  const failed = report.numFailedTests + brokenFiles.length;
  return { passed: report.numPassedTests, failed: failed === 0 && !exitedWell ? 1 : failed };
}
