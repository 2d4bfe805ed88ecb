/**
 * The rooms and arrows of docs/ARCHITECTURE.md, "Arrows", as data: what may import what. Nothing else may.
 *
 * @typedef {object} Room
 * @property {string} name
 * @property {string} folder where its files are; `@ccs/<name>/<path>` means `<folder>/<path>`
 * @property {readonly string[]} sees rooms it may import: `room`, or `room/layer` for only that layer of it
 * @property {readonly string[]} [testsSee] what only its tests may import, besides
 * @property {'anything' | 'nothing'} outside npm packages and Node's own modules that it may import
 * @property {readonly Layer[]} [layers] the order inside; the first layer that matches a file is the file's
 *
 * @typedef {object} Layer
 * @property {string} name
 * @property {RegExp} files over the path below the room's folder
 * @property {string} sample a path it matches, for the check's test of itself
 * @property {readonly string[]} sees layers of the same room that it may import besides itself
 */

/** @type {readonly Layer[]} */
const CORE_LAYERS = [
  { name: 'vocabulary', files: /^vocabulary\//, sample: 'vocabulary/ids', sees: [] },
  { name: 'kernel', files: /^kernel\//, sample: 'kernel/event', sees: ['vocabulary'] },
  { name: 'model', files: /^\w+\/model\//, sample: 'task/model/state', sees: ['vocabulary', 'kernel'] },
  {
    name: 'view',
    files: /^\w+\/view\//,
    sample: 'task/view/task-views',
    sees: ['vocabulary', 'kernel', 'model'],
  },
  {
    name: 'ports',
    files: /^ports\//,
    sample: 'ports/task-log',
    sees: ['vocabulary', 'kernel', 'model', 'view'],
  },
  {
    name: 'policies',
    files: /^policies\//,
    sample: 'policies/start-next-phase',
    sees: ['vocabulary', 'kernel', 'model', 'view', 'ports', 'verbs'],
  },
  {
    name: 'verbs',
    files: /^\w+\/[\w-]+\//,
    sample: 'task/review/approve-review',
    sees: ['vocabulary', 'kernel', 'model', 'view', 'ports'],
  },
];

/** @type {readonly Layer[]} */
const SERVER_LAYERS = [
  { name: 'config', files: /^config\//, sample: 'config/config', sees: [] },
  { name: 'integrations', files: /^integrations\//, sample: 'integrations/github/push', sees: ['config'] },
  { name: 'runtime', files: /^runtime\//, sample: 'runtime/event-feed', sees: ['config', 'integrations'] },
  { name: 'http', files: /^http\//, sample: 'http/app', sees: ['config', 'integrations', 'runtime'] },
  { name: 'mcp', files: /^mcp\//, sample: 'mcp/stdio', sees: ['config', 'integrations', 'runtime'] },
  {
    name: 'compose',
    files: /^compose(\.ts)?$/,
    sample: 'compose',
    sees: ['config', 'integrations', 'runtime', 'http', 'mcp'],
  },
  {
    name: 'cli',
    files: /^cli\//,
    sample: 'cli/start',
    sees: ['config', 'integrations', 'runtime', 'http', 'mcp', 'compose'],
  },
  { name: 'main', files: /^main(\.ts)?$/, sample: 'main', sees: ['config', 'compose', 'cli'] },
];

/** @type {readonly Room[]} */
export const ROOMS = [
  {
    name: 'core',
    folder: 'packages/core/src',
    sees: [],
    outside: 'nothing',
    layers: CORE_LAYERS,
  },
  {
    name: 'contract',
    folder: 'packages/contract/src',
    sees: ['core/vocabulary'],
    outside: 'anything',
  },
  {
    name: 'storage',
    folder: 'packages/storage/src',
    sees: ['core'],
    outside: 'anything',
  },
  {
    name: 'scripted-model',
    folder: 'packages/scripted-model/src',
    sees: [],
    outside: 'anything',
  },
  {
    name: 'agent',
    folder: 'packages/agent/src',
    sees: ['core'],
    testsSee: ['scripted-model'],
    outside: 'anything',
  },
  {
    name: 'server',
    folder: 'apps/server/src',
    sees: ['core', 'contract', 'agent', 'storage', 'scripted-model'],
    outside: 'anything',
    layers: SERVER_LAYERS,
  },
  {
    name: 'web',
    folder: 'apps/web/src',
    sees: ['contract'],
    outside: 'anything',
  },
];
