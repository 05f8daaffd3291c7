// The bench that the settings ask for.

import type { Config } from '../config.ts';
import type { Graph } from '../graph/graph.ts';
import type { Logger } from '../log.ts';
import type { Instant } from '../model/time.ts';
import { connect } from '../tenant/microsoft.ts';
import type { Bench } from './job.ts';

export const benchOf = (config: Config, graph: Graph, log: Logger, clock: () => Instant): Bench => ({
  ...{ graph, log, clock },
  homeDomains: config.homeDomains,
  home: config.home,
  authservIds: config.authservIds,
  breakGlass: config.breakGlass,
  mode: config.responseMode,
  peersEngine: config.peersEngine,
  ...(config.microsoft !== undefined && { microsoft: connect(config.microsoft, clock) }),
});
