// Applications: agreed to, given secrets, and at work on somebody's mail.

import { minutes } from '../../../src/model/time.ts';
import { addCredential, consent } from '../../acts/application.ts';
import { mailReadByApp } from '../../acts/mailbox.ts';
import { appSignIn } from '../../acts/sign-in.ts';
import { mailsIn } from '../../background/mail.ts';
import type { Place } from '../../network.ts';
import type { Session } from '../../session.ts';
import type { Mailbox, OAuthApp, Person, ServicePrincipal } from '../../tenant.ts';
import { resources } from '../../wire/apps.ts';
import type { Act } from '../programme.ts';

export const agreesTo =
  (session: Session, app: OAuthApp, as: 'user' | 'admin'): Act =>
  (world, at, rng) =>
    consent(world, rng, session, at, app, as);

export const addsSecret =
  (session: Session, app: ServicePrincipal): Act =>
  (world, at, rng) =>
    addCredential(world, rng, session, at, app);

export interface AppAtWork {
  readonly app: ServicePrincipal & { readonly acts?: OAuthApp['acts'] };
  readonly place: Place;
  readonly person: Person;
  readonly mailbox?: Mailbox;
}

/** Folder after folder through Graph, as fast as a program does. */
export const appReadsMail =
  ({ app, place, person, mailbox = person.mailbox }: AppAtWork, folders: readonly string[], batches: number): Act =>
  (world, at, rng) =>
    Array.from({ length: batches }, (_, number) => {
      const when = at + minutes(number * rng.lognormal(0.6, 0.6));
      const folder = folders[number % folders.length] ?? '\\Inbox';
      const messages = mailsIn(world, rng, person, mailbox, folder, rng.int(4, 16));
      return mailReadByApp(world, rng, { at: when, app, person, mailbox, place, folder, messages });
    }).flat();

/** It signs in as itself. Nothing where such sign-ins are not kept. */
export const appSignsIn =
  (app: ServicePrincipal, place: Place): Act =>
  (world, at, rng) =>
    appSignIn(world, rng, { at, app, place, resource: resources.graph });
