// What a resolver may know besides its arguments: who asks, where the answers are, and what decides.

import DataLoader from 'dataloader';
import * as actions from '../graph/actions.ts';
import * as findings from '../graph/findings.ts';
import type { StandingFinding } from '../graph/findings.ts';
import type { Graph } from '../graph/graph.ts';
import type { Action } from '../model/action.ts';
import type { BrowserAddress } from './browser-link.ts';

/** Decides about actions; how, and what follows, is not known here. `by` is the name the audit keeps. */
export interface Decisions {
  approve(id: string, by: string, reason?: string): Promise<Decision>;
  deny(id: string, by: string, reason?: string): Promise<Decision>;
  revert(id: string, by: string, reason?: string): Promise<Decision>;
}

/** The action as it is now, or why nothing was changed. */
export type Decision = { readonly action: Action } | { readonly refusal: Refusal };

export interface Refusal {
  readonly code: 'NOT_FOUND' | 'ILLEGAL_STATE' | 'NEEDS_ANOTHER_PERSON' | 'NO_INVERSE' | 'EXPIRED' | 'REASON_REQUIRED';
  readonly message: string;
}

export interface Viewer {
  readonly name: string;
  readonly role: 'VIEWER' | 'ANALYST' | 'RESPONDER' | 'ADMIN';
}

/** Whoever reaches a loopback address could read the database's files as well. */
export const localViewer: Viewer = { name: 'local', role: 'ADMIN' };

export interface Context {
  readonly viewer: Viewer;
  readonly graph: Graph;
  readonly decisions: Decisions;
  readonly browser?: BrowserAddress;
  readonly load: Loaders;
}

/** Reads that many parts of one request ask for one by one, and that are made together. */
export interface Loaders {
  /** A finding that has been withdrawn since is undefined. */
  readonly finding: DataLoader<string, StandingFinding | undefined>;
  /** The actions that answer an incident. */
  readonly actions: DataLoader<string, readonly Action[]>;
}

/** Loaders for one request: what they have read is never older than the request. */
export const loaders = (graph: Graph): Loaders => ({
  finding: new DataLoader(async (ids) => {
    const found = new Map((await findings.byIds(graph, ids)).map((finding) => [finding.id, finding]));
    return ids.map((id) => found.get(id));
  }),
  actions: new DataLoader(async (incidents) => {
    const all = await actions.all(graph);
    return incidents.map((id) => all.filter(({ incident }) => incident === id).sort((a, b) => a.order - b.order));
  }),
});
