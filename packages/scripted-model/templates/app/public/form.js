import { today } from './api.js';
import { h } from './dom.js';

/**
 * Fill a form with the fields of the model. `save(values)` may reject with `problems`, which are then shown at their
 * fields. With `entry` the form starts with its values.
 */
export function buildForm(form, { model, texts, entry, save, cancel, submitLabel }) {
  const inputs = new Map();
  const prefix = form.id;
  const rows = model.fields.map((field) => {
    const id = `${prefix}-${field.key}`;
    const input = inputFor(field, id, valueOf(field, entry));
    inputs.set(field.key, input);
    const wide = field.type === 'textarea' || field === model.fields[0];
    return h(
      'div',
      { class: wide ? 'field wide' : 'field' },
      h(
        'label',
        { for: id },
        field.label,
        field.required ? h('span', { class: 'must', 'aria-hidden': 'true' }, ' *') : '',
      ),
      input,
      h('p', { class: 'problem', id: `${id}-problem` }),
    );
  });
  const actions = h(
    'div',
    { class: 'actions' },
    cancel ? h('button', { type: 'button', class: 'quiet', onclick: cancel }, texts.cancel) : '',
    h('button', { type: 'submit', class: 'primary' }, submitLabel),
  );
  form.replaceChildren(...rows, actions);
  form.onsubmit = async (event) => {
    event.preventDefault();
    const values = Object.fromEntries(
      model.fields.map((field) => [field.key, read(field, inputs.get(field.key))]),
    );
    try {
      await save(values);
      showProblems(inputs, {}, texts);
    } catch (error) {
      showProblems(inputs, error.problems ?? {}, texts);
      if (!error.problems) throw error;
    }
  };
}

function valueOf(field, entry) {
  if (entry) return entry[field.key] ?? '';
  if (field.type === 'date' && field.required) return today();
  return field.default ?? '';
}

function inputFor(field, id, value) {
  const shared = { id, name: field.key, required: field.required, 'aria-describedby': `${id}-problem` };
  if (field.type === 'textarea') {
    const area = h('textarea', { ...shared, rows: 2, maxlength: field.max, placeholder: field.hint });
    area.value = value;
    return area;
  }
  if (field.type === 'select') {
    const options = field.options.map((option) => h('option', { value: option.value }, option.label));
    const select = h('select', shared, options);
    select.value = value || field.options[0].value;
    return select;
  }
  const type = field.type === 'tags' ? 'text' : field.type;
  const step = field.type === 'number' ? { step: '0.01', min: field.min, inputmode: 'decimal' } : {};
  const max = field.type === 'text' ? { maxlength: field.max } : {};
  const input = h('input', {
    ...shared,
    ...step,
    ...max,
    type,
    placeholder: field.hint,
    autocomplete: 'off',
  });
  input.value = Array.isArray(value) ? value.join(', ') : (value ?? '');
  return input;
}

function read(field, input) {
  if (field.type !== 'number') return input.value;
  return input.value === '' ? null : Number(input.value);
}

function showProblems(inputs, problems, texts) {
  let first;
  for (const [key, input] of inputs) {
    const problem = problems[key];
    input.setAttribute('aria-invalid', problem ? 'true' : 'false');
    const message = problem ? (texts.problems[problem] ?? texts.problems.other) : '';
    document.getElementById(`${input.id}-problem`).textContent = message;
    if (problem) first ??= input;
  }
  first?.focus();
}
