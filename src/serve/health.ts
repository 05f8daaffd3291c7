// Whether the process lives, and whether it can work: two questions, because a restart mends only the first.

import { setTimeout as pause } from 'node:timers/promises';
import { Router } from 'express';
import { seconds } from '../model/time.ts';
import { remembered } from './remembered.ts';

const freshFor = seconds(5);

/** The driver itself is patient for longer than those who ask. */
const patience = seconds(2);

export function health(ready: () => Promise<boolean>): Router {
  const isReady = remembered(() => Promise.race([ready().catch(() => false), pause(patience, false, { ref: false })]), freshFor);
  const router = Router();
  router.get('/healthz', (_, response) => response.json({ status: 'ok' }));
  router.get('/readyz', async (_, response) => {
    const isUsable = await isReady();
    response.status(isUsable ? 200 : 503).json({ status: isUsable ? 'ok' : 'unavailable', database: isUsable });
  });
  return router;
}
