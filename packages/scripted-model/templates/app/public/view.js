import { fill, h, icon } from './dom.js';

/** The number cards on top. */
export function cardsOf(model, texts, cards, format) {
  return cards.map((card) => {
    const value = card.money ? format.money(card.value) : format.number(card.value);
    const of = card.of === undefined ? '' : h('span', { class: 'of' }, ` / ${format.number(card.of)}`);
    const unit = card.unit ? h('span', { class: 'of' }, ` ${card.value === 1 ? texts.day : texts.days}`) : '';
    const alert = card.alert && card.value > 0;
    const share = card.of ? Math.min(1, card.value / card.of) : undefined;
    const meter = share === undefined ? '' : bar(share, 'meter');
    return h(
      'article',
      { class: alert ? 'card alert' : 'card' },
      h('p', { class: 'card-label' }, model.texts.insights[card.key]),
      h('p', { class: 'card-value' }, value, of, unit),
      meter,
    );
  });
}

/** Shares by category, as bars with their numbers beside them. */
export function groupsOf(model, texts, groups, format) {
  const field = model.fields.find((one) => one.type === 'select');
  const label = (name) => field?.options.find((option) => option.value === name)?.label ?? name;
  const rows = groups.map((group) =>
    h(
      'li',
      {},
      h('span', { class: 'group-name' }, label(group.name)),
      bar(group.share, 'bar'),
      h('span', { class: 'group-value' }, `${format.money(group.value)} · ${format.percent(group.share)}`),
    ),
  );
  return [h('h2', {}, texts.groups), h('ul', {}, rows)];
}

function bar(share, name) {
  const inner = h('span', {});
  inner.style.inlineSize = `${Math.round(share * 100)}%`;
  return h('span', { class: name, 'aria-hidden': 'true' }, inner);
}

/** One entry of the list. `act` holds what its buttons do. */
export function itemOf(model, texts, entry, format, act) {
  const [titleField, ...others] = model.fields;
  const title = entry[titleField.key];
  const button = (name, label, action) =>
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': `${label}: ${title}`,
        title: label,
        onclick: action,
      },
      icon(name),
    );
  const link = model.fields.find((field) => field.type === 'url' && entry[field.key]);
  const heading = link
    ? h('a', { href: entry[link.key], target: '_blank', rel: 'noopener noreferrer' }, title)
    : title;
  const amount = model.fields.find((field) => field.money && typeof entry[field.key] === 'number');
  const body = others.find((field) => field.type === 'textarea');
  return h(
    'li',
    { class: entry.done ? 'item done' : 'item', 'data-id': entry.id },
    model.flags.includes('done') ? toggle('check', 'done', texts.done, entry, title, act) : '',
    h(
      'div',
      { class: 'item-main' },
      h(
        'div',
        { class: 'item-head' },
        h('h3', {}, heading),
        amount ? h('span', { class: 'amount' }, format.money(entry[amount.key])) : '',
      ),
      body && entry[body.key] ? h('p', { class: 'item-body' }, entry[body.key]) : '',
      h('div', { class: 'chips' }, chipsOf(others, texts, entry, format)),
      model.marks ? week(texts, entry, format, act) : '',
    ),
    h(
      'div',
      { class: 'item-actions' },
      model.flags.includes('pinned') ? toggle('pin', 'pinned', texts.pin, entry, title, act) : '',
      button('pencil', texts.edit, () => act.edit(entry)),
      button('trash', texts.remove, () => act.remove(entry)),
    ),
  );
}

function toggle(name, flag, label, entry, title, act) {
  const attributes = {
    'aria-pressed': entry[flag] ? 'true' : 'false',
    'aria-label': `${label}: ${title}`,
    title: label,
  };
  const onclick = () => act.flag(entry, flag, !entry[flag]);
  return h('button', { type: 'button', class: `toggle ${flag}`, ...attributes, onclick }, icon(name));
}

function chipsOf(fields, texts, entry, format) {
  const chips = [];
  for (const field of fields) {
    const value = entry[field.key];
    if (value === '' || value === undefined || value === null || field.type === 'textarea' || field.money)
      continue;
    if (field.type === 'tags') chips.push(...value.map((tag) => h('span', { class: 'chip tag' }, `#${tag}`)));
    else if (field.type === 'date') {
      const state = entry.overdue ? 'late' : entry.dueToday ? 'soon' : '';
      const suffix = entry.overdue ? ` · ${texts.overdue}` : entry.dueToday ? ` · ${texts.dueToday}` : '';
      chips.push(h('span', { class: `chip ${state}` }, `${format.day(value)}${suffix}`));
    } else if (field.type === 'select') {
      const option = field.options.find((one) => one.value === value);
      chips.push(h('span', { class: `chip value-${value}` }, option?.label ?? value));
    } else if (field.type === 'url') chips.push(h('span', { class: 'chip' }, entry.site));
    else chips.push(h('span', { class: 'chip' }, `${field.label}: ${value}`));
  }
  if (entry.words)
    chips.push(h('span', { class: 'chip' }, fill(texts.words, { n: format.number(entry.words) })));
  return chips;
}

function week(texts, entry, format, act) {
  const days = entry.week.map(({ day, on }, index) => {
    const isToday = index === entry.week.length - 1;
    const label = `${format.weekday(day)} ${format.day(day)}: ${entry.name}`;
    return h(
      'button',
      {
        type: 'button',
        class: isToday ? 'day is-today' : 'day',
        'aria-pressed': on ? 'true' : 'false',
        'aria-label': label,
        title: format.day(day),
        'data-day': day,
        onclick: () => act.mark(entry, day, !on),
      },
      h('span', { class: 'day-name' }, format.weekday(day)),
      h('span', { class: 'day-dot' }, on ? icon('check') : ''),
    );
  });
  const streak = h(
    'p',
    { class: entry.streak > 0 ? 'streak alive' : 'streak' },
    icon('flame'),
    h('strong', {}, fill(texts.streakDays, { n: format.number(entry.streak) })),
    h('span', { class: 'best' }, fill(texts.bestDays, { n: format.number(entry.best) })),
  );
  return h('div', { class: 'week' }, h('div', { class: 'days' }, days), streak, month(texts, entry, format));
}

/** The last 30 days, to look at; the oldest on the left. */
function month(texts, entry, format) {
  const text = fill(texts.monthDays, { n: format.number(entry.month.filter(({ on }) => on).length) });
  const cells = entry.month.map(({ day, on }) =>
    h('span', { class: on ? 'cell on' : 'cell', title: format.day(day) }),
  );
  const strip = h('span', { class: 'cells', 'aria-hidden': 'true' }, cells);
  return h('p', { class: 'month' }, strip, h('span', {}, text));
}
