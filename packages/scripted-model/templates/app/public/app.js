import { createApi, loadModel, today } from './api.js';
import { fill, h } from './dom.js';
import { buildForm } from './form.js';
import { createFormat } from './format.js';
import { cardsOf, groupsOf, itemOf } from './view.js';

const $ = (id) => document.getElementById(id);
const model = await loadModel();
const { ui: texts } = model.texts;
const api = createApi(model);
const format = createFormat(model.language, model.currency);
const filter = { q: '', tag: '' };
let latest = 0;

async function refresh() {
  latest += 1;
  const mine = latest;
  const [list, summary] = await Promise.all([api.list(filter.q, filter.tag), api.summary()]);
  if (mine !== latest) return; // a newer answer is on its way
  const focused = document.activeElement?.getAttribute('aria-label');
  $('cards').replaceChildren(...cardsOf(model, texts, summary.cards, format));
  $('groups').hidden = summary.groups.length === 0;
  $('groups').replaceChildren(...groupsOf(model, texts, summary.groups, format));
  $('labels').replaceChildren(...list.labels.map(labelButton));
  $('list').replaceChildren(...list.items.map((entry) => itemOf(model, texts, entry, format, act)));
  showEmpty(list.items.length === 0);
  if (focused) [...document.querySelectorAll('main button')].find((b) => b.ariaLabel === focused)?.focus();
}

function labelButton(label) {
  const on = filter.tag === label;
  const onclick = () => {
    filter.tag = on ? '' : label;
    act.run(refresh);
  };
  const field = model.fields.find((one) => one.asLabel && one.type === 'select');
  const text = field?.options.find((option) => option.value === label)?.label ?? `#${label}`;
  return h(
    'button',
    { type: 'button', class: 'label', 'aria-pressed': String(on), 'aria-label': text, onclick },
    text,
  );
}

function showEmpty(empty) {
  const searching = filter.q !== '' || filter.tag !== '';
  const examples = h(
    'button',
    { type: 'button', class: 'primary', onclick: () => act.run(addExamples) },
    texts.examples,
  );
  $('empty').hidden = !empty;
  $('empty').replaceChildren(
    h('p', { class: 'empty-title' }, searching ? texts.nothingFound : texts.emptyTitle),
    h('p', {}, searching ? texts.tryOther : texts.emptyText),
    searching ? '' : examples,
  );
}

async function addExamples() {
  const days = model.fields.filter((field) => field.type === 'date' && field.required);
  const now = Object.fromEntries(days.map((field) => [field.key, today()]));
  for (const sample of model.samples) await api.add({ ...sample, ...now });
  await refresh();
}

let toastTimer;
function toast(text, undo) {
  clearTimeout(toastTimer);
  const button = undo ? h('button', { type: 'button', onclick: () => act.run(undo) }, texts.undo) : '';
  $('toast').replaceChildren(text, button);
  $('toast').classList.add('on');
  toastTimer = setTimeout(() => $('toast').classList.remove('on'), 6000);
}

const act = {
  /** Run an action; a failure is told to the user and leaves the page usable. */
  async run(action) {
    try {
      await action();
    } catch {
      toast(texts.failed);
    }
  },
  flag: (entry, flag, on) =>
    act.run(async () => {
      await api.edit(entry.id, { [flag]: on });
      await refresh();
    }),
  mark: (entry, day, on) =>
    act.run(async () => {
      await api.mark(entry.id, day, on);
      await refresh();
    }),
  remove: (entry) =>
    act.run(async () => {
      await api.remove(entry.id);
      await refresh();
      toast(fill(texts.removed, { name: entry[model.fields[0].key] }), () => restore(entry));
    }),
  edit(entry) {
    const close = () => $('editor').close();
    const save = async (values) => {
      await api.edit(entry.id, values);
      close();
      await refresh();
      toast(texts.saved);
    };
    buildForm($('editor-form'), { model, texts, entry, save, cancel: close, submitLabel: texts.save });
    $('editor').showModal();
  },
};

async function restore(entry) {
  const again = await api.add(entry);
  for (const day of entry.days ?? []) await api.mark(again.id, day, true);
  await refresh();
  toast(texts.restored);
}

function buildComposer() {
  const save = async (values) => {
    await api.add(values);
    buildComposer();
    await refresh();
    toast(texts.added);
    $('composer').querySelector('input')?.focus();
  };
  buildForm($('composer'), { model, texts, save, submitLabel: texts.add });
}

$('search').addEventListener('input', (event) => {
  filter.q = event.target.value;
  act.run(refresh);
});
$('theme').addEventListener('click', () => {
  const root = document.documentElement;
  const dark = root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  localStorage.setItem('theme', root.dataset.theme);
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') act.run(refresh); // another day may have begun
});

buildComposer();
await act.run(refresh);
