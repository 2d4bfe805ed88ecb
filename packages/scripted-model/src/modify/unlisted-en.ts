import { type Facts, listed } from './documents.ts';

/** The structure of a project whose files could not be listed: what was seen without the list, and what is not known. */
export function unlisted({ look, change, request }: Facts): string {
  return `# Structure of ${look.name}

## Overview
I was not allowed to list the files, or the list failed, so how many there are is not known here. The project was looked at for this request: “${request}”. Nothing was changed while reading, and nothing was tried to get the list in another way.

## Parts
${look.files.length > 0 ? `Asked for by their usual names, these are there: ${listed(look.files)}.` : 'None of the files that most projects have was found by its usual name.'} Folders, further sources and further documents were not seen, and this document says nothing about them.

## Conventions
No source file was read, so the style of the project is not known. New code follows the plain style that is usual: two spaces, single quotation marks, a comment that says what each public function does. No dependency is added.

## Tests
Which files hold tests is not known without the list. ${change.command ? `From what was read, they are run with \`${change.command}\`.` : 'What was read names no command for them.'} Whether the command finds a new test is seen only when it runs.

## What follows for the change
It belongs in a file of its own, under a name that was tried first and is free. A reviewer should look at its place with care, because its neighbours were not seen.
`;
}
