import { beforeEach, describe, expect, test } from 'vitest';
import type { Topics } from './messages.ts';
import { StreamHub } from './stream-hub.ts';
import { TAB_SILENCE_MS } from './tab-registry.ts';
import { frameOf, TestingWorld } from './testing-world.ts';

let world: TestingWorld;
let hub: StreamHub;
const URL = 'http://localhost/api/stream';

beforeEach(() => {
  world = new TestingWorld();
  hub = new StreamHub(world);
});

function subscribe(tab: string, topics: Topics): void {
  hub.receive(tab, { type: 'subscribe', url: URL, topics });
}

/** The newest connection becomes ready. */
function becomeReady() {
  world.pass(50);
  const source = world.sources.at(-1);
  if (!source) throw new Error('no connection was opened');
  source.events.ready();
  return source;
}

describe('one connection', () => {
  test('carries the topics of all tabs, each from where the last tab is', () => {
    subscribe('a', { tasks: null, 'task:x': '1-10' });
    subscribe('b', { tasks: null, 'task:x': '1-5', 'task:y': null });
    becomeReady();
    expect(world.sources).toHaveLength(1);
    expect(world.sources[0]?.topics.toSorted()).toEqual(['task:x@1-5', 'task:y', 'tasks']);
  });

  test('gives each tab only what it has not had', () => {
    subscribe('a', { 'task:x': '1-2' });
    subscribe('b', { 'task:x': '1-0' });
    const source = becomeReady();
    for (const seq of [1, 2, 3]) source.events.frame(frameOf('x', seq));
    expect(world.seqsOf('a')).toEqual([3]);
    expect(world.seqsOf('b')).toEqual([1, 2, 3]);
  });

  test('is not opened while no tab wants anything, and closed when the last one leaves', () => {
    subscribe('a', {});
    world.pass(1000);
    expect(world.sources).toHaveLength(0);
    subscribe('a', { tasks: null });
    becomeReady();
    hub.receive('a', { type: 'bye' });
    world.pass(1000);
    expect(world.alive).toHaveLength(0);
  });
});

describe('when topics change', () => {
  test('the new connection is ready before the old one closes, and nothing comes twice', () => {
    subscribe('a', { 'task:x': '1-0' });
    const old = becomeReady();
    old.events.frame(frameOf('x', 1));
    subscribe('b', { 'task:y': null });
    world.pass(50);
    expect(old.isClosed).toBe(false);
    old.events.frame(frameOf('x', 2));
    const next = becomeReady();
    expect(next.topics).toContain('task:x@1-1');
    expect(old.isClosed).toBe(true);
    for (const seq of [2, 3]) next.events.frame(frameOf('x', seq));
    old.events.frame(frameOf('x', 4));
    expect(world.seqsOf('a')).toEqual([1, 2, 3]);
  });

  test('a tab that is behind gets what it lacks, the other nothing again', () => {
    subscribe('a', { 'task:x': '1-0' });
    const first = becomeReady();
    for (const seq of [1, 2, 3]) first.events.frame(frameOf('x', seq));
    subscribe('b', { 'task:x': '1-1' });
    const second = becomeReady();
    expect(second.topics).toEqual(['task:x@1-1']);
    for (const seq of [2, 3, 4]) second.events.frame(frameOf('x', seq));
    expect(world.seqsOf('a')).toEqual([1, 2, 3, 4]);
    expect(world.seqsOf('b')).toEqual([2, 3, 4]);
  });

  test('a tab that wants what flows already opens nothing', () => {
    subscribe('a', { tasks: null });
    becomeReady();
    subscribe('b', { tasks: null });
    world.pass(1000);
    expect(world.sources).toHaveLength(1);
  });

  test('quick changes are one change', () => {
    subscribe('a', { tasks: null });
    subscribe('a', { tasks: null, 'task:x': '1-0' });
    subscribe('a', { tasks: null, 'task:y': '1-0' });
    world.pass(1000);
    expect(world.sources).toHaveLength(1);
  });
});

describe('when the connection is lost', () => {
  test('it comes back from where it was, later and later, and says that changes may be missing', () => {
    subscribe('a', { tasks: null, 'task:x': '1-0' });
    const first = becomeReady();
    first.events.frame(frameOf('x', 7));
    const before = world.count('a', 'resync');
    first.events.lost();
    expect(world.delivered.at(-1)?.message).toEqual({ type: 'state', state: 'offline' });
    world.pass(499);
    expect(world.sources).toHaveLength(1);
    world.pass(1);
    expect(world.sources).toHaveLength(2);
    world.sources[1]?.events.lost();
    world.pass(999);
    expect(world.sources).toHaveLength(2);
    world.pass(1);
    expect(world.sources[2]?.topics).toContain('task:x@1-7');
    world.sources[2]?.events.ready();
    expect(world.count('a', 'resync')).toBe(before + 1);
    expect(world.delivered.filter((each) => each.message.type === 'state').at(-1)?.message).toEqual({
      type: 'state',
      state: 'online',
    });
  });

  test('a tab that wakes up makes it try at once', () => {
    subscribe('a', { tasks: null });
    becomeReady().events.lost();
    hub.receive('a', { type: 'wake' });
    expect(world.sources).toHaveLength(2);
    world.pass(60_000);
    expect(world.sources).toHaveLength(2);
  });

  test('losing a connection that was about to take over keeps the old one and tries again', () => {
    subscribe('a', { tasks: null });
    const old = becomeReady();
    subscribe('b', { 'task:x': null });
    world.pass(50);
    world.sources.at(-1)?.events.lost();
    expect(old.isClosed).toBe(false);
    world.pass(1000);
    expect(world.sources).toHaveLength(3);
    world.sources.at(-1)?.events.ready();
    expect(world.alive).toHaveLength(1);
  });
});

describe('tabs that vanish', () => {
  test('a silent tab loses its topics and is asked for them when it comes back', () => {
    subscribe('a', { tasks: null });
    subscribe('b', { 'task:x': null });
    becomeReady();
    world.pass(TAB_SILENCE_MS + 1);
    hub.receive('a', { type: 'ping' });
    expect(world.count('a', 'resubscribe')).toBe(1);
    subscribe('a', { tasks: null });
    becomeReady();
    expect(world.sources.at(-1)?.topics).toEqual(['tasks']);
  });
});
