// Asking the API, and hearing of changes. Knows about connections; knows nothing about incidents.

import { createClient as createSocket } from 'graphql-ws';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Client, fetchExchange, type CombinedError } from 'urql';
import { changed } from './documents.ts';

const client = new Client({ url: '/graphql', exchanges: [fetchExchange], preferGetMethod: false, requestPolicy: 'network-only' });

/** What went wrong, in words for a person and a code for whoever they ask. */
export interface Trouble {
  readonly says: string;
  readonly code: string;
  readonly reference?: string;
  /** The server could not be reached at all. */
  readonly away: boolean;
}

export class AskError extends Error {
  override name = 'AskError';
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble.says);
    this.trouble = trouble;
  }
}

/** Rejects with an AskError. */
export async function ask<T>(document: string, variables: Record<string, unknown> = {}): Promise<T> {
  const isChange = document.startsWith('mutation');
  const { data, error } = await (isChange
    ? client.mutation<T>(document, variables).toPromise()
    : client.query<T>(document, variables).toPromise());
  if (error !== undefined) throw new AskError(troubleOf(error));
  if (data === undefined) throw new AskError({ says: 'The server answered nothing.', code: 'EMPTY_ANSWER', away: false });
  return data;
}

function troubleOf({ networkError, graphQLErrors, response }: CombinedError): Trouble {
  const [first] = graphQLErrors;
  if (first !== undefined) {
    const { code, reference } = first.extensions as { code?: string; reference?: string };
    return { says: first.message, code: code ?? 'UNKNOWN', away: false, ...(reference !== undefined && { reference }) };
  }
  const { status } = (response ?? {}) as { status?: number };
  if (status !== undefined) return { says: 'The server refused the question.', code: `HTTP_${status}`, away: false };
  return { says: 'Skein cannot be reached.', code: networkError === undefined ? 'UNKNOWN' : 'NO_CONNECTION', away: true };
}

export interface Link {
  readonly state: 'starting' | 'live' | 'polling' | 'away';
  /** When it came to be so. */
  readonly since: number;
  /** Goes up whenever something may have changed. */
  readonly tick: number;
}

const pollEvery = 5_000;

/** News by subscription; without one, a question every five seconds. One for the whole page. */
class Live {
  #link: Link = { state: 'starting', since: Date.now(), tick: 0 };
  readonly #listeners = new Set<() => void>();
  #soon: ReturnType<typeof setTimeout> | undefined;

  start(): void {
    const { protocol, host } = location;
    const socket = createSocket({
      url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/graphql`,
      retryAttempts: Infinity,
      shouldRetry: () => true,
      retryWait: (retries) => new Promise((resolve) => setTimeout(resolve, Math.min(30_000, 1_000 * 2 ** retries))),
      on: { connected: () => this.#is('live'), closed: () => this.#link.state === 'live' && this.#is('polling') },
    });
    this.#listen(socket);
    setInterval(() => this.#link.state !== 'live' && this.#bump(), pollEvery);
  }

  /** A question succeeded or failed: that too says whether there is a connection. */
  heard(isAway: boolean): void {
    if (isAway) this.#is('away');
    else if (this.#link.state === 'away' || this.#link.state === 'starting') this.#is('polling', false);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get = (): Link => this.#link;

  #listen(socket: ReturnType<typeof createSocket>): void {
    const again = () => {
      this.#is('polling', false);
      setTimeout(() => this.#listen(socket), 30_000);
    };
    socket.subscribe(
      { query: changed },
      { next: ({ errors }) => (errors === undefined ? this.#news() : undefined), error: again, complete: again },
    );
  }

  /** Many changes in a second are one piece of news. */
  #news(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      this.#bump();
    }, 500);
  }

  #is(state: Link['state'], isNews = state === 'live'): void {
    if (state === this.#link.state) return;
    this.#set({ state, since: Date.now(), tick: this.#link.tick + (isNews ? 1 : 0) });
  }

  #bump(): void {
    this.#set({ ...this.#link, tick: this.#link.tick + 1 });
  }

  #set(link: Link): void {
    this.#link = link;
    for (const listener of this.#listeners) listener();
  }
}

export const live = new Live();
export const useLink = (): Link => useSyncExternalStore(live.subscribe, live.get);

export interface Asked<T> {
  /** The last good answer; it stays while a later question fails. */
  readonly data: T | undefined;
  readonly at: number | undefined;
  readonly trouble: Trouble | undefined;
  readonly again: () => void;
}

/** The answer to a question, asked again at every piece of news. */
export function useAsked<T>(document: string, variables: Record<string, unknown>, { isStill = false } = {}): Asked<T> {
  const { tick } = useLink();
  const [state, setState] = useState<{ key: string; data?: T; at?: number; trouble?: Trouble }>({ key: '' });
  const key = JSON.stringify([document, variables]);
  const turn = useRef(0);

  const again = useCallback(() => {
    const mine = ++turn.current;
    const [asked, given] = JSON.parse(key) as [string, Record<string, unknown>];
    ask<T>(asked, given).then(
      (data) => {
        live.heard(false);
        if (mine === turn.current) setState({ key, data, at: Date.now() });
      },
      (error: unknown) => {
        const trouble = error instanceof AskError ? error.trouble : { says: String(error), code: 'UNKNOWN', away: false };
        live.heard(trouble.away);
        if (mine === turn.current) setState((before) => (before.key === key ? { ...before, trouble } : { key, trouble }));
      },
    );
  }, [key]);

  useEffect(again, [again, isStill ? 0 : tick]);
  const isCurrent = state.key === key;
  return {
    data: isCurrent ? state.data : undefined,
    at: isCurrent ? state.at : undefined,
    trouble: isCurrent ? state.trouble : undefined,
    again,
  };
}
