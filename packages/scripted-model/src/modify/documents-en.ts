import { type ChangeDocuments, type ChangeRun, type Facts, LANGUAGES, listed, partsOf } from './documents.ts';
import { unlisted } from './unlisted-en.ts';

function files(count: number, kind = 'file'): string {
  return `${count} ${kind}${count === 1 ? '' : 's'}`;
}

function result({ change, denied, look }: Facts, run: ChangeRun): string {
  if (run.denied) return 'The tests were not run here: a person did not allow the command.';
  if (!change.command) return 'No tests were run here; what was written was read instead.';
  if (!run.ok) return 'The test command did not end as it should; its output is quoted below.';
  if (denied.length > 0)
    return 'The tests of the project pass; not everything that was planned is among them.';
  return look.listed
    ? 'The tests of the project pass, the new ones among them.'
    : 'The test command of the project ended well; its output shows which tests ran.';
}

function recommendation({ change, denied }: Facts, run: ChangeRun): string {
  if (denied.length > 0) return 'The change is not complete, so it should not be merged as it is.';
  if (run.denied) return 'Run the command before merging: nothing here shows that the tests pass.';
  if (run.ok && !change.idea.suits)
    return 'The change does no harm, but it is not what was asked for: merge it only to see how a change goes.';
  return run.ok
    ? 'The change can be merged. It adds files and alters no behaviour.'
    : 'Read the output above before merging, and decide whether the failure was there before the change.';
}

/** The documents of a change, in English. */
export const en: ChangeDocuments = {
  structure: (facts) => (facts.look.listed ? structure(facts) : unlisted(facts)),
  impact: ({ look, change, request }) => `# Impact of the change

## What changes
The request is: “${request}”. The smallest step that can be shown and tested is a function, \`${change.idea.name}\`, that ${change.idea.what.en}.${change.idea.suits ? '' : ' This demo cannot write what was asked; the function only shows the way that a change goes.'}

| File | What happens |
| --- | --- |
| \`${change.code.path}\` | new |
${change.test ? `| \`${change.test.path}\` | new, the test of it |\n` : ''}
## What stays
Every existing file of ${look.name} keeps its behaviour: nothing that is there is renamed, moved or removed, no public interface changes and no dependency is added. Whoever does not use the new function sees no difference.

## Risks
| Risk | Weight | Answer |
| --- | --- | --- |
| The name is taken | low | ${look.listed ? 'the list of files was searched' : 'the name was tried'}; a free name was chosen |
| The tests do not find the new one | low | ${look.listed ? 'it lies beside the existing tests and has their form' : 'it lies where such tests usually lie; which ones ran is in the report'} |
| The function is wrong for unusual input | medium | the test covers some of it |
| It is more than was wanted | low | one function in a file of its own is easy to take out again |
`,
  changePlan: ({ change, request }) => `# Change plan

## Goal
${change.idea.suits ? `“${request}” is served by a first, small and complete step` : `“${request}” is more than this demo can write. It makes a small, complete change that shows the way`}: a documented function \`${change.idea.name}\` that ${change.idea.what.en}, with a test that proves it. It is finished when the project’s own tests pass together with the new one.

## Steps
1. Write \`${change.code.path}\` in the style that the structure document tells, with a comment that says what it does and what it gives back.
${change.test ? `2. Write \`${change.test.path}\` with ${files(change.idea.cases.length, 'case')}: ${change.idea.cases.map(({ title }) => title).join('; ')}.\n` : '2. Read the text once more as someone who does not know the project.\n'}3. ${change.command ? `Run \`${change.command}\` and correct what it shows.` : 'Check that nothing else has changed.'}
4. Look at the whole difference once: it holds the files named here and nothing else.

## Not part of this change
- Using the new function in existing code: that is a decision of its own, with its own review.
- Formatting, renaming or tidying of files that the request does not speak of.
- New dependencies, new settings, a new version number.

## How to go back
Everything is on a branch of its own. Leaving the branch unmerged, or removing the files above, undoes the change completely.
`,
  testPlan: ({ change, look }) => `# Test plan

## Goal
Show that \`${change.idea.name}\` does what its comment says, also for input that is empty or unusual, and that everything that worked in ${look.name} before still works.

## Test cases
| No. | Case | How it is checked |
| --- | --- | --- |
${change.idea.cases.map(({ title, call }, index) => `| T${index + 1} | ${title} | \`${call.replaceAll('|', '/')}\` |`).join('\n')}
| T${change.idea.cases.length + 1} | what was there before | ${look.tests.length > 0 ? `the test files that exist (${look.tests.length})` : 'the difference touches no existing file'} |

Each case calls the real function with real values; nothing is replaced by a stand-in. The expected values are written out in the test, so that a reader can check them by hand.

## How to run
${change.command ? `\`${change.command}\` in the folder of the project. It must end with exit code 0.` : 'No command is known by which this demo could run tests; the text is read and compared with the request.'} ${change.installs ? 'The packages of the project are installed first, if they are not there.' : 'Nothing has to be installed for it.'}

## When we are done
The command ends without a failure, the new cases are among those that ran, and the report quotes what was really printed.
`,
  report: (facts, run) => `# Test report

## Result
**${result(facts, run)}**

## What was run
| Command | Exit code |
| --- | --- |
| \`${facts.change.command ?? 'git status --short'}\` | ${run.exit} |

\`\`\`text
${run.output}
\`\`\`

${run.denied ? 'Nothing ran, so nothing is claimed of the tests; above is the answer to the command.' : 'The command ran in the working folder, on the branch of this change, against the real files.'} ${facts.denied.length > 0 ? `Not written, because a person did not allow it: ${listed(facts.denied)}. ` : facts.change.test ? `The new test is \`${facts.change.test.path}\`; it calls \`${facts.change.idea.name}\` with ${files(facts.change.idea.cases.length, 'kind')} of input. ` : ''}${facts.look.listed ? `Test files of ${facts.look.name} before this change: ${facts.look.tests.length}.` : 'How many test files there were before is not known: the files could not be listed.'}

## What was not tested
${run.denied ? '- The project with the change: the command was not allowed.\n' : ''}- Other versions of the runtime and other operating systems than the one this ran on.
- Speed: the function is called with short input, and nothing here depends on its speed.
- Code that may use the function later; there is none yet.

## Recommendation
${recommendation(facts, run)}
`,
};

function structure({ look, change, request }: Facts): string {
  return `# Structure of ${look.name}

## Overview
The project has ${files(look.count)} under version control${look.language === 'unknown' ? '' : ` and is mainly written in ${LANGUAGES[look.language]}`}. It was read for this request: “${request}”. Nothing was changed while reading; the list below comes from \`git ls-files\`, the rest from the files themselves.

## Parts
| Folder | Files listed |
| --- | --- |
${partsOf(look)
  .map(({ name, count }) => `| \`${name}\` | ${count} |`)
  .join('\n')}

${look.source ? `The file \`${look.source.path}\` (${files(look.source.lines.length, 'line')}) was read as an example of the code.` : 'No source file in a language that this demo writes was found.'}

## Conventions
${look.source ? `New code follows what \`${look.source.path}\` does: the same indentation, quotation marks, semicolons and way to import.` : 'Documents are written in Markdown, as the project’s own are.'} Files are named like their neighbours, and each public function says in a comment what it does. No dependency is added.

## Tests
${look.tests.length > 0 ? `Files with tests: ${look.tests.length}, such as ${listed(look.tests, 3)}.` : 'No test file was found.'} ${change.command ? `The command for tests is \`${change.command}\`.` : 'No command was found by which this demo could run tests.'} A new test has to be found and run in the same way, without any setting of its own.

## What follows for the change
It belongs beside the code that is there, in a file of its own, so that a reader of the difference sees at once what is new. Whoever reviews it needs to know nothing but the files that are named in the plan.
`;
}
