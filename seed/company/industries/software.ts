// A maker of software that runs in its own cloud.

import { adapted, executives, finance, hr, it, legal, marketing, sales, service } from '../departments.ts';
import type { Industry } from '../industry.ts';
import { phrases } from '../phrases.ts';

export const software: Industry = {
  id: 'software',
  names: {
    first: phrases('Bright, Cinder, Hex, Lumen, Nimble, Octo, Pixel, Quill, Ripple, Tangle'),
    second: phrases('loop, stack, base, works, forge, path'),
    apart: false,
  },
  international: true,
  homeDays: 0.55,
  departments: [
    executives,
    adapted(finance, { share: 0.055 }),
    adapted(sales, { share: 0.16 }),
    adapted(marketing, { share: 0.07 }),
    {
      kind: 'engineering',
      name: 'Engineering',
      share: 0.34,
      teams: phrases(`
        Platform, Billing, Search, Mobile, Web, Integrations, Identity, Reliability, Data, Developer Experience, Quality
      `),
      words: {
        titles: phrases(
          'Vice President Engineering, Software Engineer, Senior Software Engineer, Site Reliability Engineer, Test Engineer',
        ),
        folders: phrases('Designs, Postmortems, Roadmap, Runbooks, Onboarding'),
        files: phrases(`
          Design document, Postmortem, Capacity plan, Sprint notes, Architecture diagram, Load test, Interview rubric, API
          changes, Release notes, Migration plan
        `),
        sensitive: phrases(`
          Signing keys procedure, Vulnerability backlog, Source escrow, Customer data map, Production access list, Threat
          model, Unreleased features
        `),
        subjects: phrases(`
          Design review, On call handover, Release candidate, Flaky test, Postmortem draft, Sprint planning, API question,
          Dependency upgrade, Deploy frozen, Interview feedback
        `),
      },
    },
    {
      kind: 'research',
      name: 'Product and Design',
      share: 0.1,
      teams: phrases('Product Management, Design, User Research, Analytics'),
      words: {
        titles: phrases('Head of Product, Product Manager, Product Designer, User Researcher, Data Analyst'),
        folders: phrases('Roadmap, Research, Designs, Launches'),
        files: phrases('Product brief, Interview notes, Mockups, Launch plan, Usage report, Survey results, Roadmap, Persona'),
        sensitive: phrases('Roadmap next year, Pricing experiment, Churn analysis, Customer interviews, Competitor teardown'),
        subjects: phrases(
          'Roadmap review, Interview schedule, Mockups for comment, Launch checklist, Metric definition, Beta feedback',
        ),
      },
    },
    adapted(service, { name: 'Customer Success', share: 0.14 }),
    adapted(hr, { share: 0.045 }),
    adapted(legal, { share: 0.02 }),
    adapted(it, { name: 'IT and Security', share: 0.05 }),
  ],
  projects: phrases(`
    Dark mode, Region two, Single sign-on, Billing rewrite, Big customer, Mobile 3, Trust centre, Zero downtime
  `),
  sharedMailboxes: [
    { alias: 'security', displayName: 'Security Reports', purpose: 'security', kind: 'it' },
    { alias: 'renewals', displayName: 'Renewals', purpose: 'renewals', kind: 'sales' },
    { alias: 'billing', displayName: 'Billing', purpose: 'billing', kind: 'finance' },
  ],
  partners: [
    { kind: 'supplier', second: ['Cloud', 'Hosting', 'Analytics', 'Labs', 'Security', 'Translations', 'Coworking'] },
    { kind: 'customer', second: ['Digital', 'Media', 'Logistics', 'Fintech', 'Travel', 'Health', 'Games', 'Retail'] },
  ],
  newsletters: phrases('dev-weekly, cloud-digest, startup-notes, design-daily, security-roundup, product-hunters'),
};
