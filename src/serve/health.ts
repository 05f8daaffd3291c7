// Whether the process lives, and whether it can work: two questions, because a restart mends only the first.

import { setTimeout as pause } from 'node:timers/promises';
import { Router } from 'express';
import { seconds } from '../model/time.ts';

const freshFor = seconds(5);

/** The driver itself is patient for longer than those who ask. */
const patience = seconds(2);

export function health(ready: () => Promise<boolean>): Router {
  const isReady = remembered(() => Promise.race([ready().catch(() => false), pause(patience, false, { ref: false })]));
  const router = Router();
  router.get('/healthz', (_, response) => response.json({ status: 'ok' }));
  router.get('/readyz', async (_, response) => {
    const isUsable = await isReady();
    response.status(isUsable ? 200 : 503).json({ status: isUsable ? 'ok' : 'unavailable', database: isUsable });
  });
  return router;
}

/** The answer of `ask`, asked again when it is older than `freshFor`; however many wait, one asks. */
function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  let until = 0;
  return () => {
    if (asked !== undefined && performance.now() < until) return asked;
    until = performance.now() + freshFor;
    return (asked = ask());
  };
}
