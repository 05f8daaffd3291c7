// What people make of incidents, pages of the lists, and what has changed.

import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';

const untouched = { verdict: null, verdictBy: null, verdictAt: null };
const merged =
  "CREATE (:Incident {id: 'a', status: 'merged', owner: 'bo', assignedAt: 1})-[:BECAME]->(:Incident {id: 'b', status: 'open', report: 'r', changedAt: 5, score: 7, lastAt: 3})";
const b = { id: 'b', status: 'open', report: 'r', owner: 'bo', ...untouched, changedAt: 5 };

cases(queries.incidents.tick, {
  'never stands still, whatever the clock says': {
    given: "CREATE (:Meta {name: 'changes', changedAt: 9000000000000})",
    params: {},
    rows: [{ changedAt: 9_000_000_000_001 }],
  },
});
cases(queries.incidents.moment, {
  'is that of the last change': { given: "CREATE (:Meta {name: 'changes', changedAt: 9})", params: {}, rows: [{ changedAt: 9 }] },
});
cases(queries.incidents.lock, { 'finds what an id became, with its owner': { given: merged, params: { id: 'a' }, rows: [b] } });
cases(queries.incidents.handle, {
  'changes what people said': {
    given: merged,
    params: { id: 'b', changedAt: 8, fields: { status: 'closed' } },
    rows: [],
    leaves: {
      asked: "MATCH (i:Incident {id: 'b'}) RETURN i.status AS status, i.changedAt AS changedAt",
      rows: [{ status: 'closed', changedAt: 8 }],
    },
  },
});
const note = { id: 'n', incident: 'b', token: 't', changedAt: 8, fields: { at: 1, by: 'bo', text: 'x' } };
const noted = `${merged}, (:Note {id: 'n', at: 1, by: 'bo', text: 'x', token: 'other'})`;
cases(queries.incidents.addNote, {
  'a new one is kept': { given: merged, params: note, rows: [{ isNew: true }] },
  'one that is there already is not new': { given: noted, params: note, rows: [{ isNew: false }] },
});
cases(queries.incidents.notes, {
  'are those on what became it too': {
    given: `${merged} WITH * MATCH (a:Incident {id: 'a'}) CREATE (:Note {id: 'n', at: 1, by: 'bo', text: 'x'})-[:NOTES]->(a)`,
    params: { ids: ['b'] },
    rows: [{ incident: 'b', id: 'n', noted: 'a', at: 1, by: 'bo', text: 'x' }],
  },
});
cases(queries.incidents.succeed, {
  'says what it is now, and takes the ruling of one that ended': {
    given: `CREATE (:Incident {id: 'a', status: 'merged', verdict: 'falsePositive', verdictAsOf: 3, verdictFindings: ['f']}),
                   (:Incident {id: 'b', status: 'open'})`,
    params: { id: 'b', fields: { status: 'closed', verdictFindings: ['f'] }, ended: 'a' },
    rows: [],
    leaves: {
      asked: 'MATCH (i:Incident) RETURN i.id AS id, i.status AS status, i.verdictFindings AS findings ORDER BY id',
      rows: [
        { id: 'a', status: 'merged', findings: null },
        { id: 'b', status: 'closed', findings: ['f'] },
      ],
    },
  },
  'takes nothing from one that goes on': {
    given: "CREATE (:Incident {id: 'a', status: 'closed', verdictFindings: ['f']}), (:Incident {id: 'b', status: 'open'})",
    params: { id: 'b', fields: { status: 'inProgress' }, ended: null },
    rows: [],
    leaves: {
      asked: 'MATCH (i:Incident) RETURN i.status AS status, i.verdictFindings AS findings ORDER BY i.id',
      rows: [
        { status: 'closed', findings: ['f'] },
        { status: 'inProgress', findings: null },
      ],
    },
  },
});
const said = { assignedAt: null, ...untouched, verdictAsOf: null, verdictFindings: null };
cases(queries.incidents.handlings, {
  'are as people see them, by the owner of one that became it too': {
    given: merged,
    params: { ids: ['b'] },
    rows: [{ ...said, id: 'b', status: 'open', owner: 'bo', assignedAt: 1 }],
  },
  'are as they were, of what was merged away': {
    given: `CREATE (:Incident {id: 'a', status: 'merged', statusBefore: 'inProgress', owner: 'cy', assignedAt: 2}),
                   (:Incident {id: 'b', status: 'merged', verdict: 'falsePositive'}), (:Incident {id: 'c', status: 'merged'})`,
    params: { ids: ['a', 'b', 'c', 'unknown'] },
    rows: [
      { ...said, id: 'a', status: 'inProgress', owner: 'cy', assignedAt: 2 },
      { ...said, id: 'b', status: 'closed', owner: null, verdict: 'falsePositive' },
      { ...said, id: 'c', status: 'open', owner: null },
    ],
  },
  'have no owner where one was taken away, whoever had what became it': {
    given: `${merged} WITH * MATCH (b:Incident {id: 'b'}) SET b.owner = '', b.assignedAt = 0`,
    params: { ids: ['b'] },
    rows: [{ ...said, id: 'b', status: 'open', owner: '', assignedAt: 0 }],
  },
});
cases(queries.incidents.handled, {
  'tells what was decided about it and about what became it, the oldest first': {
    given: `${merged} WITH * MATCH (a:Incident {id: 'a'}), (b:Incident {id: 'b'})
      CREATE (:AuditEntry {sequence: 2, at: 5, who: 'bo', what: 'incident closed', details: 'x'})-[:RECORDS]->(b),
             (:AuditEntry {sequence: 1, at: 4, who: 'cy', what: 'incident assigned', details: 'y'})-[:RECORDS]->(a)`,
    params: { ids: ['b', 'unknown'] },
    rows: [
      { incident: 'b', at: 4, who: 'cy', what: 'incident assigned', details: 'y' },
      { incident: 'b', at: 5, who: 'bo', what: 'incident closed', details: 'x' },
    ],
  },
  'tells nothing of what is another’s': {
    given: "CREATE (:AuditEntry {sequence: 1})-[:RECORDS]->(:Incident {id: 'a'}), (:Incident {id: 'b'})",
    params: { ids: ['b'] },
    rows: [],
  },
});
cases(queries.incidents.former, {
  'are the ids before': { given: merged, params: { ids: ['b'] }, rows: [{ incident: 'b', former: ['a'] }] },
});
cases(queries.incidents.page, {
  'comes after a place, of the statuses asked for': {
    given: merged,
    params: { statuses: ['open', 'closed'], score: 9, lastAt: 0, id: '', limit: 5 },
    rows: [b],
  },
  'does not come before it': {
    given: merged,
    params: { statuses: ['open'], score: 7, lastAt: 3, id: 'b', limit: 5 },
    rows: [],
  },
});
cases(queries.incidents.count, {
  'counts those of a status': { given: merged, params: { statuses: ['open'] }, rows: [{ count: 1 }] },
});
cases(queries.incidents.orders, {
  'gives what is held': {
    given: "CREATE (:Incident {id: 'i', findings: ['f', 'e']})",
    params: { ids: ['i'] },
    rows: [{ id: 'i', findings: ['f', 'e'] }],
  },
});
cases(queries.incidents.changed, {
  'gives what stands now for what changed': {
    given:
      "CREATE (:Incident {id: 'a', status: 'merged', changedAt: 6})-[:BECAME]->(:Incident {id: 'b', status: 'open', changedAt: 5})",
    params: { after: 5, id: 'b', limit: 5 },
    rows: [{ at: 6, was: 'a', now: 'b' }],
  },
});
cases(queries.incidents.rulings, {
  'are the verdicts that count': {
    given:
      "CREATE (:Incident {id: 'a', verdict: 'falsePositive', verdictAt: 1, verdictAsOf: 4, verdictFindings: ['f']}), (:Incident {id: 'b'})",
    params: {},
    rows: [{ verdict: 'falsePositive', asOf: 4, findings: ['f'] }],
  },
});

const finding =
  "CREATE (:Finding {id: 'f', at: 3, report: 'r', because: ['e'], context: []})-[:BECAUSE]->(:Event {id: 'e', record: 'x', at: 3, raw: 'long text'})";
const page = { id: 'f', report: 'r', records: ['x'], context: [], incident: null };
cases(queries.findings.page, {
  'begins after a place': { given: finding, params: { at: 3, after: 'e', limit: 5 }, rows: [page] },
  'and not at it': { given: finding, params: { at: 3, after: 'f', limit: 5 }, rows: [] },
});
cases(queries.findings.count, { 'counts them': { given: finding, params: {}, rows: [{ count: 1 }] } });
cases(queries.findings.raw, {
  'is cut where it is too long': { given: finding, params: { ids: ['e'], longest: 4 }, rows: [{ id: 'e', raw: 'long' }] },
});
cases(queries.findings.evidence, {
  'is none where no limit allows any': { given: finding, params: { ids: ['f'], limit: 0 }, rows: [] },
});

const actions =
  "CREATE (:Action {id: 'a', status: 'denied', proposedAt: 5, incident: 'i', order: 1, report: 'r', changedAt: 9})-[:ANSWERS]->(:Incident {id: 'i', status: 'merged'})-[:BECAME]->(:Incident {id: 'j'})";
const place = { statuses: ['denied'], proposedAt: 5, incident: 'i', limit: 5 };
cases(queries.actions.page, {
  'begins after a place': { given: actions, params: { ...place, order: 0, id: '' }, rows: [{ id: 'a', report: 'r' }] },
  'and not at it': { given: actions, params: { ...place, order: 1, id: 'a' }, rows: [] },
});
cases(queries.actions.count, {
  'counts those of a status': { given: actions, params: { statuses: ['proposed'] }, rows: [{ count: 0 }] },
});
cases(queries.actions.ofIncidents, {
  'are found under the heir': { given: actions, params: { ids: ['j'] }, rows: [{ incident: 'j', report: 'r' }] },
});
cases(queries.actions.changed, {
  'comes after a moment': { given: actions, params: { after: 8, id: '', limit: 5 }, rows: [{ at: 9, id: 'a', report: 'r' }] },
});
