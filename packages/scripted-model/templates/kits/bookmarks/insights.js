/** The site of a web address, without `www.`. */
export function siteOf(url = '') {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return '';
  }
}

/** What the interface shows of one bookmark beside its fields. */
export function describe({ url }) {
  return { site: siteOf(url) };
}

/** Unread first, then the newest. */
export function compare(a, b) {
  return Boolean(a.done) - Boolean(b.done) || b.createdAt.localeCompare(a.createdAt);
}

export function summarise(bookmarks, today) {
  const read = bookmarks.filter((bookmark) => bookmark.done);
  const month = today.slice(0, 7);
  return {
    cards: [
      { key: 'unread', value: bookmarks.length - read.length },
      { key: 'month', value: read.filter((bookmark) => bookmark.doneAt?.startsWith(month)).length },
      {
        key: 'sites',
        value: new Set(bookmarks.map((bookmark) => siteOf(bookmark.url)).filter(Boolean)).size,
      },
      { key: 'done', value: read.length, of: bookmarks.length },
    ],
    groups: [],
  };
}
