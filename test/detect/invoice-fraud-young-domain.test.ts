import { invoiceFraudYoungDomain } from '../../src/detect/rules/invoice-fraud-young-domain.ts';
import { examples } from '../support/examples.ts';
import { letterOf, recordOf, with_ } from '../support/judged-mail.ts';

const young = with_(letterOf('young-domain-asks-money'), {
  'correspondence.first-contact': false,
  'correspondence.domain-age': 10 * 24,
  'correspondence.domain-recipients-answered': 0,
});

examples(invoiceFraudYoungDomain, {
  'is found where a domain known for days asks to be paid': {
    event: recordOf(young),
    past: { mail: young },
    finds: { severity: 'low', says: /of a domain that had written here for 10 days, asked to be paid/ },
  },
  'and where it had never written': {
    event: recordOf(young),
    past: { mail: with_(young, { 'correspondence.first-contact': true }) },
    finds: { says: /of a domain that had never written here/ },
  },
  'stays quiet where it has written for months': {
    event: recordOf(young),
    past: { mail: with_(young, { 'correspondence.domain-age': 60 * 24 }) },
    finds: undefined,
  },
  'stays quiet where somebody here has answered it': {
    event: recordOf(young),
    past: { mail: with_(young, { 'correspondence.domain-recipients-answered': 0.5 }) },
    finds: undefined,
  },
  'stays quiet of private mail': {
    event: recordOf(young),
    past: { mail: with_(young, { 'sender.is-free-mail': true }) },
    finds: undefined,
  },
});
