import type { Project } from './project/project.ts';
import { escapeHtml, escapeMarkdown } from './project/text.ts';
import { UI_TEXTS } from './project/ui-texts.ts';
import { render, template } from './render.ts';

/** The files of the generated app, by path in its folder. */
export type AppFiles = Record<string, string>;

const verbatim = (folder: string, names: string[]): AppFiles =>
  Object.fromEntries(names.map((name) => [`${folder}/${name}`, template(`app/${folder}/${name}`)]));

/** `exec`: a signal to `npm start` reaches the server and not a shell in between. Windows has neither. */
const START = process.platform === 'win32' ? 'node src/server.js' : 'exec node src/server.js';

/** All files of the app, in the order of the six development steps. */
export function appFiles(project: Project): AppFiles[] {
  return [
    initialFiles(project),
    dataFiles(),
    logicFiles(project),
    interfaceFiles(project),
    testFiles(project),
    deploymentFiles(project),
  ];
}

/** Step 1: manifest, settings and the one description of the app that everything else shares. */
function initialFiles(project: Project): AppFiles {
  const manifest = {
    name: project.slug,
    version: '1.0.0',
    private: true,
    description: project.tagline,
    type: 'module',
    engines: { node: '>=20' },
    scripts: { start: START, test: 'node --test', walk: 'node scripts/walk.js' },
  };
  return {
    'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
    '.gitignore': 'node_modules/\ndata/\n.env\n*.log\n',
    'src/model.js': modelFile(project),
  };
}

/** Step 2: where entries live. */
function dataFiles(): AppFiles {
  return verbatim('src', ['store.js', 'dates.js']);
}

/** Step 3: the rules, and the server that offers them. */
function logicFiles(project: Project): AppFiles {
  return {
    ...verbatim('src', ['validate.js', 'entries.js']),
    'src/insights.js': template(`kits/${project.kind}/insights.js`),
    ...verbatim('src', ['files.js', 'http.js', 'reminder.js', 'server.js']),
  };
}

/** Step 4: the page. */
function interfaceFiles(project: Project): AppFiles {
  const page = { ...uiOf(project), ...project, many: capital(project.many) };
  const { hue, icon: ends } = project.colour;
  const [iconFrom, iconTo] = ends;
  const icon = { iconFrom, iconTo, iconPath: project.kit.icon };
  return {
    'public/index.html': render(template('app/public/index.html'), textsOnly(page), escapeHtml),
    'public/icon.svg': render(template('app/public/icon.svg'), icon, escapeHtml),
    'public/base.css': template('app/public/base.css').replace('--hue: 282;', `--hue: ${hue};`),
    ...verbatim('public', ['parts.css', 'list.css', 'extras.css', 'theme.js', 'dom.js', 'api.js']),
    ...verbatim('public', ['format.js', 'form.js', 'view.js', 'app.js']),
  };
}

/** Step 5: tests, and the walk through the user journey. */
function testFiles(project: Project): AppFiles {
  return {
    'test/insights.test.js': template(`kits/${project.kind}/insights-tests.js`),
    'test/validate.test.js': template('app/test/validate.js'),
    'test/store.test.js': template('app/test/store.js'),
    'test/reminder.test.js': template('app/test/reminder.js'),
    'test/api.test.js': template('app/test/api.js'),
    'scripts/walk.js': template('app/scripts/walk.js'),
  };
}

/** Step 6: how to run it elsewhere. */
function deploymentFiles(project: Project): AppFiles {
  const { title, tagline, resource, slug, features } = project;
  const rows = features.map(({ name, detail }) => ({ name, detail }));
  const values = { title, tagline, resource, slug, many: project.many, features: rows };
  return {
    'README.md': render(template(`app/README.${project.language}.md`), values, escapeMarkdown),
    Dockerfile: template('app/Dockerfile'),
    '.dockerignore': 'node_modules\ndata\n.env\n.git\ndocs\n',
  };
}

function modelFile(project: Project): string {
  const { title, tagline, language, kind, resource, one, many, kit } = project;
  const model = {
    title,
    tagline,
    language,
    kind,
    resource,
    entity: { one, many },
    currency: language === 'ko' ? 'KRW' : 'EUR',
    fields: project.fields,
    flags: kit.flags,
    marks: kit.marks,
    texts: { insights: project.insights, ui: uiOf(project) },
    samples: project.samples,
  };
  const note = '// The one description of this app: server, page and tests read it.\n';
  return `${note}export const model = ${JSON.stringify(model, null, 2)};\n`;
}

/** The interface's words, with the entity's word put in. */
function uiOf(project: Project): Record<string, string | object> {
  const texts = UI_TEXTS[project.language];
  return { ...texts, addOne: texts.addOne.replace('{one}', project.one) };
}

function textsOnly(values: object): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'string'));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
