// The one entry of every npm script: prepares the tree (dependencies, builds), then does what was asked.
// Nothing here may need a package or syntax newer than the check of the Node version, which comes first.
import { requireSupportedNode } from './bootstrap/node-version.mjs';

requireSupportedNode();
const { main } = await import('./main.mjs');
await main(process.argv[2], process.argv.slice(3));
