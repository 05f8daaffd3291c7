// The three ways Microsoft's logs write an instant.

import { seconds, type Instant } from '../../src/model/time.ts';

/** Entra sign-ins: `2026-01-05T03:12:09Z`. */
export const isoSeconds = (at: Instant): string => `${isoBare(at)}Z`;

/** The unified audit log: UTC, and no zone letter to say so. */
export const isoBare = (at: Instant): string => new Date(at).toISOString().slice(0, 19);

/** The Entra audit log: seven decimals. */
export const isoTicks = (at: Instant): string => `${new Date(at).toISOString().slice(0, 23)}0000Z`;

/** These logs cut instants off at the second rather than round them. */
export const cutToSecond = (at: Instant): Instant => Math.floor(at / seconds(1)) * seconds(1);
