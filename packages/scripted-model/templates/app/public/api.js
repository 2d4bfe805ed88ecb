/** The user's own calendar day, which may differ from the server's. */
export function today() {
  const now = new Date();
  const pad = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

async function call(method, path, body) {
  const url = new URL(path, location.href);
  url.searchParams.set('today', today());
  const init = { method };
  if (body !== undefined) {
    init.headers = { 'content-type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  const response = await fetch(url, init);
  const answer = await response.json();
  if (!response.ok) throw Object.assign(new Error(answer.code), { problems: answer.problems });
  return answer;
}

/** The calls of the app's own API. A refused call rejects with the server's `problems` by field. */
export function createApi(model) {
  const base = `/api/${model.resource}`;
  return {
    list: (q, tag) => call('GET', `${base}?${new URLSearchParams({ q, tag })}`),
    summary: () => call('GET', '/api/summary'),
    add: (fields) => call('POST', base, fields),
    edit: (id, fields) => call('PATCH', `${base}/${id}`, fields),
    remove: (id) => call('DELETE', `${base}/${id}`),
    mark: (id, day, on) => call(on ? 'PUT' : 'DELETE', `${base}/${id}/days/${day}`),
  };
}

export const loadModel = () => call('GET', '/api/model');
